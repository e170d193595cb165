// Between a report's text and the workbook's cells: which figure comes from where, and where a finding is.
import { elementOfSheet, elementsOf, frame, rectOf, reveal } from './paper.js';
import { element } from './words.js';

const tip = document.getElementById('tip'), said = document.getElementById('said');
const weights = ['information', 'warning', 'error'];
let doc, workbook = '', onPick = () => {};

/** Begins to listen within the frame. */
export function watch(frameDocument, pick) {
  [doc, onPick] = [frameDocument, pick];
  doc.addEventListener('pointerover', event => figureOf(event.target) ? point(figureOf(event.target)) : hide());
  doc.addEventListener('pointerleave', hide);
  doc.addEventListener('focusin', event => figureOf(event.target) && point(figureOf(event.target), true));
  doc.addEventListener('focusout', hide);
  doc.addEventListener('click', click);
  doc.addEventListener('keydown', walk);
  document.getElementById('desk').addEventListener('scroll', hide, { passive: true });
}

/** Prepares the figures of a report that was laid out, and marks its findings. */
export function mark(file, findings) {
  workbook = file;
  figures().forEach((f, i) => f.setAttribute('tabindex', i ? -1 : 0));
  doc.querySelectorAll('[data-finding]').forEach(e => e.removeAttribute('data-finding'));
  const runs = { error: [], warning: [], information: [] };
  for (const finding of findings) {
    const { targets, words } = placed(finding);
    runs[finding.severity].push(...words);
    for (const target of targets) {
      if (weights.indexOf(target.dataset.finding) < weights.indexOf(finding.severity)) target.dataset.finding = finding.severity;
    }
  }
  for (const [severity, ranges] of Object.entries(runs)) highlight(severity, ranges);
}

/** Shows a finding's place, or that of a related cell. False when it is not printed. */
export function goTo(finding, location = finding.location) {
  leave();
  const own = location === finding.location ? placed(finding) : { targets: elementsOf(placeOf(location)), words: [] };
  const [target] = own.targets, [words] = own.words;
  const instead = target ?? (location?.sheet && elementOfSheet(location.sheet));
  if (!instead) return false;
  instead.setAttribute('data-here', '');
  if (words) highlight('here', [words]);
  reveal(words ?? instead);
  return Boolean(target);
}

/** Takes the mark of the last place away. */
export function leave() {
  doc.querySelectorAll('[data-here]').forEach(e => e.removeAttribute('data-here'));
  highlight('here', []);
}

/** Whether an element shows the place of a finding. */
export const shows = (target, finding) => placed(finding).targets.includes(target);

export const hide = () => { tip.hidden = true; };

const placeOf = location => location?.cell ? `${location.sheet}!${location.cell}` : null;

// A block and the figures within it may name the same cell; a finding with words means the block. A cell with several paragraphs
// has a block for each; the one with the words is meant.
function placed(finding) {
  const found = elementsOf(placeOf(finding.location));
  const blocks = found.filter(e => !isFigure(e));
  if (!finding.quotation || !blocks.length) return { targets: found, words: found.map(e => wordsIn([e], finding.quotation)).filter(Boolean) };
  const words = wordsIn(blocks, finding.quotation);
  return { targets: [words && blocks.find(b => b.contains(words.startContainer)) || blocks[0]], words: words ? [words] : [] };
}

const isFigure = target => target.localName === 'tspan' || target.localName === 'td';

const figureOf = target => target.closest?.('tspan[data-cell], td[data-cell]');

const figures = () => [...doc.querySelectorAll('tspan[data-cell], td[data-cell]')];

function point(figure, aloud) {
  const places = figure.dataset.cell.split('/').map(p => [p.slice(0, p.lastIndexOf('!')), p.slice(p.lastIndexOf('!') + 1)]);
  const lines = places.slice(0, 8).map(([sheet, cell]) => element('div', {}, element('span', {}, sheet), element('b', {}, cell)));
  tip.replaceChildren(element('small', {}, workbook), ...lines, places.length > 8 ? '…' : '');
  tip.hidden = false;
  if (aloud) said.textContent = `${workbook} › ${places[0].join('!')}`;
  const rect = rectOf(figure), own = tip.getBoundingClientRect();
  const above = rect.top - own.height - 8;
  tip.style.left = `${Math.max(8, Math.min(innerWidth - own.width - 8, rect.left + rect.width / 2 - own.width / 2))}px`;
  tip.style.top = `${above > 60 ? above : rect.bottom + 8}px`;
}

function click(event) {
  const link = event.target.closest?.('a[href]');
  if (link) {
    event.preventDefault();
    const anchor = link.getAttribute('href');
    if (anchor.startsWith('#')) doc.getElementById(decodeURIComponent(anchor.slice(1)))?.scrollIntoView();
    else if (/^https?:/.test(link.href)) open(link.href, '_blank', 'noopener,noreferrer');
    return;
  }
  const figure = figureOf(event.target);
  if (figure) figure.focus({ preventScroll: true });
  const marked = event.target.closest?.('[data-finding]');
  if (marked) onPick(marked);
}

// Arrow keys walk from figure to figure, as they are seen.
function walk(event) {
  const from = figureOf(event.target);
  if (!from || !event.key.startsWith('Arrow')) return;
  const here = from.getBoundingClientRect();
  const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  const far = other => {
    const rect = other.getBoundingClientRect();
    const x = rect.left + rect.width / 2 - here.left - here.width / 2, y = rect.top + rect.height / 2 - here.top - here.height / 2;
    const ahead = x * dx + y * dy, aside = Math.abs(x * dy) + Math.abs(y * dx);
    return ahead > 3 ? ahead + 4 * aside : Infinity;
  };
  const to = figures().filter(f => f !== from).map(f => [far(f), f]).reduce((a, b) => b[0] < a[0] ? b : a, [Infinity, null])[1];
  event.preventDefault();
  event.stopPropagation();
  if (!to) return;
  from.setAttribute('tabindex', -1);
  to.setAttribute('tabindex', 0);
  to.focus({ preventScroll: true });
  reveal(to);
  requestAnimationFrame(() => point(to, true));
}

function highlight(name, ranges) {
  const { CSS, Highlight } = frame.contentWindow;
  if (!Highlight) return;
  const shown = new Highlight(...ranges);
  shown.priority = name === 'here' ? 1 : 0;
  CSS.highlights.set(name, shown);
}

/** The quoted words within elements that follow each other, blanks aside; null when they are not there. */
function wordsIn(targets, quotation) {
  if (!quotation?.mark.length) return null;
  const { text, mark } = quotation;
  const bare = t => t.replace(/\s+/g, '');
  const wanted = bare(text.slice(mark.start, mark.start + mark.length)), before = bare(text.slice(0, mark.start));
  if (!wanted) return null;
  const nodes = [];
  let all = '';
  for (const target of targets) {
    const walker = doc.createTreeWalker(target, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { data } = walker.currentNode;
      for (let i = 0; i < data.length; i++) if (/\S/.test(data[i])) {
        nodes.push([walker.currentNode, i]);
        all += data[i];
      }
    }
  }
  let best = -1, most = -1;
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1)) {
    let same = 0;
    while (same < at && same < before.length && all[at - 1 - same] === before.at(-1 - same)) same++;
    if (same > most) [best, most] = [at, same];
  }
  if (best < 0) return null;
  const range = doc.createRange();
  range.setStart(...nodes[best]);
  const [last, offset] = nodes[best + wanted.length - 1];
  range.setEnd(last, offset + 1);
  return range;
}
