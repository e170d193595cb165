// The files that can be had of a report.
import { element, language, say, spokenOf } from './words.js';

const button = document.getElementById('downloads-button'), menu = document.getElementById('downloads-list');

export function fillDownloads(report, hasPage, prints, tell) {
  button.disabled = !report || !hasPage;
  const item = (form, text, shown) => element('li', {},
    element('a', { href: `/reports/${report.id}/${form}?lang=${language()}${shown ? '&show' : ''}`, ...shown ? { target: '_blank' } : { download: '' }, onclick: e => take(e, tell, shown) }, text));
  menu.replaceChildren(...button.disabled ? [] : [
    report.errors ? element('li.draft', {}, say('draft')) : '',
    ...prints ? [item('pdf', say('showPdf'), true), item('pdf', say('pdf'))] : [],
    item('html', say('html')), item('md', say('md')),
    report.errors || report.warnings || report.notes ? item('returned', say('returned')) : '',
    prints ? item('review', say('review')) : '',
  ].filter(Boolean));
}

// Fetched first, so that a failure is told and not saved as a file.
async function take(event, tell, shown) {
  if (shown) return close();
  event.preventDefault();
  const answer = await fetch(event.currentTarget.href).catch(() => null);
  if (!answer?.ok) {
    const told = await answer?.json().catch(() => null);
    tell(told?.mistakes.map(m => spokenOf(m.message)).join(' ') || say('failed'));
    return;
  }
  const name = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '';
  const address = URL.createObjectURL(await answer.blob());
  element('a', { href: address, download: decodeURIComponent(name) }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  close();
}

function toggle(isOpen) {
  menu.hidden = !isOpen;
  button.setAttribute('aria-expanded', isOpen);
}

const close = () => toggle(false);

button.addEventListener('click', () => toggle(menu.hidden));
document.addEventListener('pointerdown', event => event.target.closest('#downloads') ?? close());
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape' || menu.hidden) return;
  close();
  button.focus();
});
document.getElementById('downloads').addEventListener('keydown', event => {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  event.stopPropagation();
  toggle(true);
  const items = [...menu.querySelectorAll('a')], by = event.key === 'ArrowDown' ? 1 : -1;
  const here = items.indexOf(document.activeElement);
  items[here < 0 ? (by > 0 ? 0 : items.length - 1) : (here + by + items.length) % items.length]?.focus();
});
