// The pages that a report's own style sheet asks for: size, margins and what stands in them.

const units = { px: 1, mm: 96 / 25.4, cm: 96 / 2.54, in: 96, pt: 96 / 72 };
const sizes = { a3: ['297mm', '420mm'], a4: ['210mm', '297mm'], a5: ['148mm', '210mm'], b5: ['176mm', '250mm'], letter: ['8.5in', '11in'] };

// The printer rounds a page up to whole units of its own; half a pixel decides where some lines break.
const printersPixel = 0.5;

const pixels = (length, fallback) => {
  const match = /^(-?[\d.]+)(px|mm|cm|in|pt)$/.exec(length?.trim() ?? '');
  return match ? match[1] * units[match[2]] : length?.trim() === '0' ? 0 : fallback;
};

/** Every @page rule of a style sheet, also within @media. */
export function* pageRules(rules) {
  for (const rule of rules) {
    if (rule.type === 6) yield rule;
    else if (rule.cssRules && (!rule.media || rule.media.mediaText !== 'not all')) yield* pageRules(rule.cssRules);
  }
}

/** Makes rules for print hold and rules for the screen not, as in print. */
export function forPaper(rules) {
  for (const rule of rules) {
    const media = rule.media?.mediaText ?? '';
    if (/\bprint\b/.test(media)) rule.media.mediaText = 'all';
    else if (/\bscreen\b|prefers-color-scheme/.test(media)) rule.media.mediaText = 'not all';
    else if (rule.cssRules && rule.type !== 6) forPaper(rule.cssRules);
  }
}

/** Size, margins and margin boxes of the pages, in pixels. */
export function pageGeometry(rules) {
  const all = [...rules];
  const find = property => all.filter(r => !r.selectorText).map(r => r.style.getPropertyValue(property)).findLast(Boolean) ?? '';
  const [width, height] = pageSize(find('size'));
  const margin = side => pixels(find(`margin-${side}`), 0.4 * units.in);
  const [top, right, bottom, left] = ['top', 'right', 'bottom', 'left'].map(margin);
  return { width, height, top, right, bottom, left, inner: { width: width - left - right + printersPixel, height: height - top - bottom }, rules: all };
}

function pageSize(text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const lengths = words.find(w => sizes[w]) ? sizes[words.find(w => sizes[w])] : words.filter(w => /\d/.test(w));
  const [first, second] = lengths.length ? [lengths[0], lengths[1] ?? lengths[0]] : sizes.a4;
  const size = [pixels(first, 794), pixels(second, 1123)];
  return words.includes('landscape') ? size.sort((a, b) => b - a) : size;
}

/** What stands in the margins of a page: box name, text and style. */
export function marginBoxes(geometry, page, pages) {
  const holds = { '': true, ':left': page % 2 === 0, ':right': page % 2 === 1, ':first': page === 1 };
  const boxes = new Map();
  for (const rule of geometry.rules.filter(r => holds[r.selectorText ?? '']))
    for (const box of rule.cssRules ?? []) if (box.name) boxes.set(box.name, box.style);
  return [...boxes].map(([name, style]) => ({ name, style, text: contentText(style.getPropertyValue('content'), page, pages) }))
    .filter(box => box.text);
}

function contentText(content, page, pages) {
  const parts = content.match(/"(?:[^"\\]|\\.)*"|counter\(\s*\w+\s*\)/g) ?? [];
  return parts.map(part => part[0] === '"' ? part.slice(1, -1).replace(/\\(.)/g, '$1') : /pages/.test(part) ? pages : page).join('');
}
