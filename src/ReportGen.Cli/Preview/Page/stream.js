// The server's events. A tab that nobody sees lets its connection go: a browser has but six for one server, and a computer
// that slept wakes to a new one.
const silence = 25_000;

export function listen({ hello, report, gone, lost }) {
  let source = null, watch = 0, again = 0;

  const alive = () => {
    clearTimeout(watch);
    watch = setTimeout(open, silence);
  };
  const on = (name, act) => source.addEventListener(name, event => {
    alive();
    act?.(JSON.parse(event.data));
  });

  function close() {
    clearTimeout(watch);
    clearTimeout(again);
    source?.close();
    source = null;
  }

  function open() {
    close();
    if (document.hidden) return;
    source = new EventSource('/events');
    on('hello', hello);
    on('report', report);
    on('gone', gone);
    on('beat');
    source.onerror = () => {
      lost(source?.readyState === EventSource.CLOSED);
      // The browser tries again by itself unless the server refused.
      if (source?.readyState === EventSource.CLOSED) again = setTimeout(open, 1000);
    };
    alive();
  }

  document.addEventListener('visibilitychange', () => document.hidden ? close() : open());
  addEventListener('pagehide', close);
  addEventListener('pageshow', () => source ?? open());
  addEventListener('online', open);
  open();
}
