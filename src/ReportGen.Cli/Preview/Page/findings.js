// The findings beside the report: cards, one of which is chosen; and the mistakes that stand over it.
import { goTo, leave, shows } from './places.js';
import { clock, element, languageOf, say, spokenOf } from './words.js';

const cards = document.getElementById('cards'), strip = document.getElementById('strip');
let findings = [], chosen = -1, open = () => {}, tell = () => {};

/** What happens when a place is to be seen, and when a place is not printed. */
export function prepare(onOpen, onTell) {
  [open, tell] = [onOpen, onTell];
}

/** Shows the findings; the chosen one stays chosen while it is there. */
export function list(now) {
  const before = findings[chosen] && keyOf(findings[chosen]);
  findings = [...now].sort((a, b) => rank[a.severity] - rank[b.severity]);
  chosen = before ? findings.findIndex(f => keyOf(f) === before) : -1;
  cards.replaceChildren(...findings.map(card));
  if (!findings.length) cards.append(element('li.calm', {}, say('noFindings')));
  const count = severity => findings.filter(f => f.severity === severity).length;
  const counts = say('counts', count('error'), count('warning'), count('information'));
  document.getElementById('counts').textContent = counts;
  document.getElementById('badge').textContent = findings.length || '';
  if (chosen < 0) closeStrip();
  else showStrip();
}

/** Chooses the next or previous finding. */
export function step(by) {
  if (findings.length) choose((chosen + by + findings.length) % findings.length, { focus: true });
}

/** Chooses the finding whose place an element shows. */
export function pick(target) {
  const after = findings.findIndex((f, i) => i > chosen && shows(target, f));
  const found = after >= 0 ? after : findings.findIndex(f => shows(target, f));
  if (found >= 0) choose(found, { stay: true });
}

/** Ends choosing. */
export function unchoose() {
  chosen = -1;
  mark();
  leave();
  closeStrip();
}

function choose(index, { focus, stay } = {}) {
  chosen = index;
  mark();
  const own = cards.children[index];
  own.scrollIntoView({ block: 'nearest' });
  if (focus) own.querySelector('button').focus({ preventScroll: true });
  if (!stay) see(findings[index]);
  showStrip();
}

function see(finding, location = finding.location) {
  open();
  if (!goTo(finding, location) && location) tell(say('notPrinted', location.display));
}

function mark() {
  [...cards.children].forEach((c, i) => c.querySelector('button')?.setAttribute('aria-pressed', i === chosen));
}

const rank = { error: 0, warning: 1, information: 2 };

const keyOf = finding => `${finding.id} ${finding.location?.display}`;

function card(finding, index) {
  return element(`li.card.${finding.severity}`, {},
    element('button.choose', { type: 'button', 'aria-pressed': index === chosen, onclick: () => choose(index) },
      element('span.head', {}, element('b', {}, say(finding.severity)), element('code', {}, finding.id)), ...body(finding)),
    placeOf(finding.location),
    finding.related.length ? element('p.related', {}, `${say('related')} `, ...finding.related.map(location =>
      element('button', { type: 'button', onclick: () => { choose(index, { stay: true }); see(finding, location); } }, shortOf(location)))) : '');
}

function body(finding) {
  return [
    element('span.message', {}, spokenOf(finding.message)),
    finding.quotation ? quote(finding.quotation) : '',
    finding.remedy ? element('span.remedy', {}, element('i', {}, say('remedy')), spokenOf(finding.remedy)) : '',
    finding.basis ? element('span.remedy', {}, element('i', {}, say('basis')), spokenOf(finding.basis)) : '',
  ];
}

const shortOf = location => location.cell ? `${location.sheet}!${location.cell}` : location.sheet ?? location.display;

// A click copies the address, to paste it into a message or into the box with which a spreadsheet program goes to a cell.
const placeOf = location => location ? element('button.place', {
  type: 'button', title: `${location.display} · ${say('copy')}`, 'aria-label': `${say('copy')} ${shortOf(location)}`, onclick: () => copy(location),
}, element('span', { lang: languageOf(location.display) }, shortOf(location))) : '';

/** Copies the address of the chosen finding. */
export function copyPlace() {
  const location = findings[chosen]?.location;
  if (location) copy(location);
}

async function copy(location) {
  const address = shortOf(location);
  tell(say(await toClipboard(address) ? 'copied' : 'notCopied', address));
}

async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Some browsers refuse that, but copy a selection.
    const focused = document.activeElement, area = element('textarea.unseen', { readonly: true });
    area.value = text;
    document.body.append(area);
    area.select();
    const isDone = document.execCommand('copy');
    area.remove();
    focused?.focus({ preventScroll: true });
    return isDone;
  }
}

// Some words around the marked ones are enough to know them by.
function quote({ text, mark: { start, length } }) {
  const around = 26, from = Math.max(0, start - around), to = Math.min(text.length, start + length + around);
  return element('span.quote', { lang: languageOf(text) }, from ? '…' : '', text.slice(from, start),
    element('mark', {}, text.slice(start, start + length) || ' '), text.slice(start + length, to), to < text.length ? '…' : '');
}

/** On a narrow screen the chosen finding stands below the report. */
function showStrip() {
  const finding = findings[chosen];
  strip.className = finding.severity;
  strip.replaceChildren(
    element('span.head', {}, element('b', {}, say(finding.severity)), placeOf(finding.location), element('small', {}, `${chosen + 1} / ${findings.length}`)),
    element('p', {}, spokenOf(finding.message)),
    element('div', {},
      element('button', { type: 'button', onclick: () => step(-1) }, say('previous')),
      element('button', { type: 'button', onclick: () => step(1) }, say('next')),
      element('button', { type: 'button', onclick: unchoose }, say('close'))));
  strip.hidden = false;
}

function closeStrip() {
  strip.hidden = true;
}

/** The mistakes of the newest look, over the page of the last good one; none take the card away. */
export function mistakes(told, report, hasPage) {
  const place = document.getElementById('mistake');
  document.documentElement.toggleAttribute('data-mistaken', told.length > 0 && hasPage);
  place.hidden = !told.length;
  place.replaceChildren(told.length ? element('div', {},
    element('h2', {}, say('mistake'), element('small', {}, report.mistakenAt ? clock(report.mistakenAt) : '')),
    hasPage ? element('p', {}, say('mistakeOver', clock(report.at))) : '',
    ...told.map(mistake => element('article', {},
      element('p.where', {}, mistake.location?.display ?? '', ' ', element('code', {}, mistake.id)), ...body(mistake)))) : '');
}
