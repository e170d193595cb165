// The page: which report is shown, and what happens when the server tells of a change.
import * as paper from './paper.js';
import * as places from './places.js';
import * as findings from './findings.js';
import * as office from './office.js';
import { fillDownloads } from './downloads.js';
import { listen } from './stream.js';
import { clock, element, language, languageOf, say, speak } from './words.js';

const root = document.documentElement, at = id => document.getElementById(id);
const reports = new Map();
let open = null, whole = null, asked = 0, isLost = false, folder = { reports: [] };

const sorted = () => [...reports.values()].sort((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }));

function hello(now) {
  [folder, isLost] = [now, false];
  reports.clear();
  for (const report of now.reports) reports.set(report.id, report);
  const wanted = location.hash.slice(1);
  if (!open || !reports.has(open)) choose(reports.has(wanted) ? wanted : sorted()[0]?.id ?? null, !reports.has(wanted));
  else refresh();
  draw();
}

function changed(report) {
  reports.set(report.id, report);
  if (!open) choose(report.id);
  if (report.id === open) {
    if (whole?.report.tag !== report.tag) refresh();
    else whole.report = report;
  }
  draw();
}

function gone({ id }) {
  reports.delete(id);
  if (id === open) toast(say('gone'));
  draw();
}

function choose(id, isQuiet) {
  if (id === open) return;
  const isFirst = open === null;
  open = id;
  whole = null;
  if (id && !isQuiet && location.hash.slice(1) !== id) history[isFirst ? 'replaceState' : 'pushState'](null, '', `#${id}`);
  findings.unchoose();
  if (id) refresh(true);
  draw();
}

async function refresh(isOther = false) {
  const turn = ++asked, id = open;
  try {
    const answer = await fetch(`/reports/${id}`);
    const next = answer.ok ? await answer.json() : null;
    if (turn !== asked || !next) return;
    const before = whole;
    whole = next;
    if (next.html !== null && next.html !== before?.html) {
      paper.shine(paper.show(next.html, isOther || !before));
      root.dataset.tag = next.report.tag;
    }
    places.mark(next.report.name, next.findings);
    findings.list(next.findings);
    findings.mistakes(next.mistakes, next.report, next.html !== null);
    root.dataset.shown = next.report.tag;
    if (reports.has(id) && reports.get(id).tag !== next.report.tag && reports.get(id).condition !== 'waiting') reports.set(id, next.report);
    draw();
  } catch {
    // The server is away; when it is back it says hello, and this is asked again.
  }
}

function draw() {
  const report = reports.get(open);
  root.lang = language() === 'zh' ? 'zh-CN' : 'en';
  document.querySelectorAll('[data-say]').forEach(e => { e.textContent = say(e.dataset.say); });
  document.title = report ? `${report.title ?? report.name} · ReportGen` : `${folder.folder ?? ''} · ReportGen`;
  at('title').textContent = report?.title ?? report?.name ?? '';
  at('file').textContent = report?.title ? report.name : '';
  at('language').textContent = say('language');
  at('folder').textContent = folder.folder ?? '';
  at('views').setAttribute('aria-label', say('views'));
  at('reports').setAttribute('aria-label', say('list'));
  at('findings').setAttribute('aria-label', say('findings'));
  at('frame').title = say('paperFrame');
  at('filter').placeholder = say('filter');
  at('filter').setAttribute('aria-label', say('filter'));
  at('desk').setAttribute('aria-label', say('report'));
  at('panes').setAttribute('aria-label', say('panes'));
  for (const id of ['title', 'file', 'folder']) at(id).lang = languageOf(at(id).textContent) ?? '';
  at('filter').hidden = reports.size < 9;
  root.toggleAttribute('data-single', folder.single === true);
  const hasPage = Boolean(whole?.html);
  at('stage').hidden = !hasPage;
  at('empty').hidden = hasPage || Boolean(whole?.mistakes.length);
  at('empty').textContent = reports.size ? say('waiting') : folder.office ? say('begin', folder.office.inbox) : say('noReports');
  office.offer(folder.office);
  status(report);
  drawList();
  fillDownloads(report, hasPage, folder.prints, toast);
}

function status(report) {
  const parts = [];
  if (report?.milliseconds !== undefined) parts.push(say('compiled', report.milliseconds, clock(report.at)));
  const here = paper.pageCount(), real = report?.printedPages;
  const isReal = paper.isSettled() && whole?.html && whole.report.tag === report?.tag && real;
  if (here && whole?.html) parts.push(!isReal ? say('pages', here) : real === here ? say('confirmed', here) : say('differs', here, real));
  at('status').textContent = isLost ? say(isLost) : parts.join(' · ');
  at('status').className = isLost ? 'lost' : isReal && here && real !== here ? 'differs' : '';
}

function drawList() {
  const wanted = at('filter').value.trim().toLowerCase();
  const listed = sorted().filter(r => `${r.name} ${r.title ?? ''}`.toLowerCase().includes(wanted));
  at('list').replaceChildren(...listed.map(r => element('li', {},
    element(`a.${r.condition}`, { href: `#${r.id}`, 'aria-current': r.id === open ? 'page' : null },
      element('span.dot'),
      element('span.label', { lang: languageOf(r.body ?? r.name) }, element('span', {}, r.body ?? r.name), element('small', {}, r.name)),
      element('span.count', {}, r.condition === 'errors' ? r.errors : r.condition === 'warnings' ? r.warnings : ''),
      element('span.unseen', {}, r.condition === 'waiting' || r.condition === 'ok' || r.condition === 'mistake'
        ? say(r.condition) : say('counts', r.errors, r.warnings, r.notes))))));
}

function pane(name) {
  root.dataset.pane = name;
  document.querySelectorAll('#panes button').forEach(b => b.setAttribute('aria-current', b.dataset.pane === name));
}

function setView(name) {
  root.dataset.view = name;
  localStorage.setItem('view', name);
  document.querySelectorAll('#views button').forEach(b => {
    b.setAttribute('aria-checked', b.dataset.set === name);
    b.tabIndex = b.dataset.set === name ? 0 : -1;
  });
  paper.setMode(name);
  status(reports.get(open));
}

function toast(text) {
  at('toast').textContent = text;
  at('toast').hidden = false;
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => { at('toast').hidden = true; }, 5000);
}

function key(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.localName === 'input') return;
  const act = {
    j: () => findings.step(1), k: () => findings.step(-1), ArrowDown: inList(event) && (() => findings.step(1)),
    ArrowUp: inList(event) && (() => findings.step(-1)), c: () => findings.copyPlace(), v: () => setView(root.dataset.view === 'paper' ? 'web' : 'paper'),
    Escape: () => { findings.unchoose(); pane('desk'); },
  }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

const inList = event => event.target.closest?.('#findings') !== null && event.target.closest !== undefined;

const frameDocument = await paper.ready();
places.watch(frameDocument, target => findings.pick(target));
office.prepare(toast);
findings.prepare(() => pane('desk'), toast);
addEventListener('hashchange', () => { choose(location.hash.slice(1)); pane('desk'); });
addEventListener('laid-out', () => status(reports.get(open)));
addEventListener('keydown', key);
frameDocument.addEventListener('keydown', key);
at('filter').addEventListener('input', drawList);
at('language').addEventListener('click', () => {
  speak(language() === 'zh' ? 'en' : 'zh');
  if (whole) {
    findings.list(whole.findings);
    findings.mistakes(whole.mistakes, whole.report, whole.html !== null);
  }
  draw();
});
document.querySelectorAll('#panes button').forEach(b => b.addEventListener('click', () => pane(b.dataset.pane)));
document.querySelectorAll('#views button').forEach(b => b.addEventListener('click', () => setView(b.dataset.set)));
at('views').addEventListener('keydown', event => {
  if (!event.key.startsWith('Arrow')) return;
  event.preventDefault();
  event.stopPropagation();
  setView(root.dataset.view === 'paper' ? 'web' : 'paper');
  at('views').querySelector('[aria-checked=true]').focus();
});
pane('desk');
setView(localStorage.getItem('view') ?? 'paper');
draw();
listen({ hello, report: changed, gone, lost: isRefused => { isLost = isRefused ? 'refused' : 'lost'; status(reports.get(open)); } });
