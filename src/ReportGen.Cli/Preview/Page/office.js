// The buttons of `reportgen start`: they open its folders and end it.
import { say } from './words.js';

const at = id => document.getElementById(id);

/** Shows the buttons if the program has something to do for them. */
export function offer(office) {
  at('ended').hidden = true;
  at('office').hidden = !office;
  if (!office) return;
  for (const name of ['inbox', 'output']) button(name).textContent = say('openFolder', office[name]);
}

/** Makes the buttons work. */
export function prepare(toast) {
  for (const name of ['inbox', 'output', 'end']) button(name).addEventListener('click', () => ask(name, toast));
}

const button = name => document.querySelector(`#office [data-do=${name}]`);

async function ask(name, toast) {
  try {
    const answer = await fetch(`/actions/${name}`, { method: 'POST' });
    if (!answer.ok) toast(say('notDone'));
    else if (name === 'end') at('ended').hidden = false;
  } catch {
    toast(say('lost'));
  }
}
