// One report in its frame: as pages or as web page. The frame's document runs no script; all is done from out here.
import { morph } from './morph.js';
import { removeHeadings, repeatHeadings } from './headings.js';
import { forPaper, marginBoxes, pageGeometry, pageRules } from './geometry.js';
import { element } from './words.js';

const between = 28;
const desk = document.getElementById('desk'), stage = document.getElementById('stage');
const pages = document.getElementById('pages'), over = document.getElementById('over');
export const frame = document.getElementById('frame');

let view, doc, shown = null, css = null, mode = 'paper', scale = 1, geometry = null, count = 0;
let cells = new Map();

/** Waits for the empty frame. */
export async function ready() {
  while (!frame.contentDocument?.getElementById('report-style')?.sheet || frame.contentDocument.readyState !== 'complete')
    await new Promise(done => setTimeout(done, 5));
  view = frame.contentWindow;
  doc = frame.contentDocument;
  shown = doc.body.cloneNode(true);
  doc.fonts.addEventListener('loadingdone', () => layOut());
  new ResizeObserver(() => layOut()).observe(desk);
  return doc;
}

/** Shows a report's HTML; keeps the place that the reader looks at. */
export function show(html, isOther) {
  stage.hidden = false;
  const next = new view.DOMParser().parseFromString(html, 'text/html');
  const sheets = [...next.querySelectorAll('style')].map(s => s.textContent).join('\n');
  next.querySelectorAll('script, style, link, meta, base, iframe, frame, object, embed').forEach(e => e.remove());
  const place = isOther ? null : placeInView();
  doc.documentElement.lang = next.documentElement.lang || 'zh-CN';
  if (sheets !== css) style(css = sheets);
  removeHeadings();
  const changed = morph(doc.body, shown, next.body);
  shown = next.body;
  cells = cellsOf(doc.body);
  layOut(place);
  if (isOther) desk.scrollTop = 0;
  return isOther ? [] : changed;
}

/** Chooses between pages and web page. */
export function setMode(other) {
  const place = placeInView();
  mode = other;
  if (css !== null) style(css);
  layOut(place);
}

/** How many pages there are; 0 for the web page. */
export const pageCount = () => mode === 'paper' ? count : 0;

/** Whether the pages are laid out in their own fonts, and not in those that stand in while fonts are fetched. */
export const isSettled = () => doc.fonts.status === 'loaded';

/** The elements that show a cell, the narrowest first. */
export const elementsOf = place => cells.get(place) ?? [];

/** The first element of a sheet. */
export const elementOfSheet = sheet => [...cells].find(([place]) => place.startsWith(`${sheet}!`))?.[1][0];

/** Where an element stands on the screen. */
export function rectOf(target) {
  const own = target.getClientRects()[0] ?? target.getBoundingClientRect(), base = frame.getBoundingClientRect();
  return new DOMRect(base.left + own.left * scale, base.top + own.top * scale, own.width * scale, own.height * scale);
}

/** Brings an element or range to the middle of the desk. */
export function reveal(target) {
  const rect = rectOf(target), room = desk.getBoundingClientRect();
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches || document.hidden;
  desk.scrollBy({
    top: rect.top - room.top - Math.max(40, (room.height - rect.height) / 2.4),
    left: rect.left < room.left || rect.right > room.right ? rect.left - room.left - 40 : 0,
    behavior: calm ? 'instant' : 'smooth',
  });
}

/** Lets what is new shine for a moment. */
export function shine(changed) {
  const lights = changed.filter(e => e.isConnected).slice(0, 60).flatMap(e => [...e.getClientRects()]).map(rect => {
    const light = element('i');
    place(light, rect.left, rect.top, rect.width, rect.height);
    return light;
  });
  over.replaceChildren(...lights);
  setTimeout(() => lights.forEach(light => light.remove()), 1800);
}

function style(text) {
  const sheet = doc.getElementById('report-style');
  // Chromium keeps what it parsed, with our changes, for the same text: each mode has a text of its own.
  sheet.textContent = `${text}\n/* ${mode} */`;
  geometry = pageGeometry(pageRules(sheet.sheet.cssRules));
  if (mode === 'paper') forPaper(sheet.sheet.cssRules);
  doc.documentElement.className = mode;
}

function layOut(place) {
  if (!geometry) return;
  const kept = place ?? placeInView();
  removeHeadings();
  if (mode === 'paper') layOutPages();
  else layOutWeb();
  restore(kept);
  dispatchEvent(new Event('laid-out'));
}

function layOutPages() {
  const { width, height, top, right, bottom, left, inner } = geometry;
  const root = doc.documentElement;
  const set = { top, right, bottom, left, between, 'inner-width': inner.width, 'inner-height': inner.height };
  for (const [name, value] of Object.entries(set)) root.style.setProperty(`--${name}`, `${value}px`);
  frame.style.width = `${width}px`;
  const isWrapped = view.CSS.supports('column-wrap', 'wrap');
  repeatHeadings(doc, e => {
    const rect = e.getClientRects()[0];
    return Math.floor(isWrapped ? rect.top / (height + between) : rect.left / (width + between));
  });
  const extent = isWrapped ? root.offsetHeight - top - bottom : root.scrollWidth - left - right;
  const step = isWrapped ? height + between : width + between;
  count = Math.max(1, Math.ceil((extent - 2) / step));
  const whole = isWrapped ? [width, count * step - between] : [count * step - between, height];
  scale = Math.min(1.25, (desk.clientWidth - 2 * margin()) / width);
  frame.style.width = `${whole[0]}px`;
  frame.style.height = `${whole[1]}px`;
  stage.style.width = `${whole[0] * scale}px`;
  stage.style.height = `${whole[1] * scale}px`;
  drawPages(isWrapped, step);
}

function layOutWeb() {
  scale = 1;
  for (const layer of [frame, pages, over]) layer.style.transform = 'none';
  const width = Math.min(1000, desk.clientWidth - (desk.clientWidth > 700 ? 2 * margin() : 0));
  frame.style.width = stage.style.width = `${width}px`;
  frame.style.height = '10px';
  frame.style.height = stage.style.height = `${doc.documentElement.scrollHeight}px`;
  pages.replaceChildren();
}

const margin = () => desk.clientWidth < 700 ? 8 : 32;

function drawPages(isWrapped, step) {
  const { width, height, top, right, bottom, left } = geometry;
  for (const layer of [frame, pages, over]) layer.style.transform = `scale(${scale})`;
  pages.replaceChildren(...Array.from({ length: count }, (_, i) => {
    const page = element('div.page');
    place(page, isWrapped ? 0 : i * step, isWrapped ? i * step : 0, width, height);
    page.append(...marginBoxes(geometry, i + 1, count).map(box => {
      const [vertical, horizontal] = box.name.split('-');
      const made = element('span', {}, box.text);
      for (const property of ['font', 'color', 'padding', 'letter-spacing']) made.style.setProperty(property, box.style.getPropertyValue(property));
      const align = box.style.getPropertyValue('vertical-align');
      made.style.cssText += `left:${left}px;right:${right}px;${vertical}:0;height:${vertical === 'top' ? top : bottom}px;`
        + `text-align:${horizontal};align-content:${{ top: 'start', bottom: 'end' }[align] ?? 'center'}`;
      return made;
    }));
    return page;
  }));
}

function place(target, left, top, width, height) {
  Object.assign(target.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
}

function cellsOf(root) {
  const found = new Map();
  for (const target of root.querySelectorAll('[data-cell]'))
    for (const cell of target.dataset.cell.split('/')) found.set(cell, [...found.get(cell) ?? [], target]);
  for (const targets of found.values()) targets.sort((a, b) => a.dataset.cell.length - b.dataset.cell.length);
  return found;
}

// The place is a block, not a number of pixels: what grows above it does not move it.
function placeInView() {
  const room = desk.getBoundingClientRect();
  if (!doc || desk.scrollTop < 2) return null;
  // Not the repeated headings, which are laid out anew each time.
  const blocks = doc.body.querySelectorAll(':is(h1, h2, h3, h4, p, li, tr):not([aria-hidden] *)');
  const block = [...blocks].find(b => rectOf(b).bottom > room.top + 1);
  return block && { block, cell: block.dataset.cell, offset: rectOf(block).top - room.top, part: desk.scrollTop / desk.scrollHeight };
}

function restore(kept) {
  if (!kept) return;
  const block = kept.block.isConnected ? kept.block : elementsOf(kept.cell)[0];
  if (block) desk.scrollTop += rectOf(block).top - desk.getBoundingClientRect().top - kept.offset;
  else desk.scrollTop = kept.part * desk.scrollHeight;
}
