// Asks, while somebody writes, what keeps a text of rules from living, and lists it below the text.
window.perennialChecking = (function () {
  'use strict';
  const text = document.getElementById('writing:text');
  const list = document.getElementById('mistakes');
  if (!text || !list) return null;
  const phrases = document.getElementById('editor').dataset;
  const shown = [];
  let mistakes = [];
  let waiting = 0;
  let isAsking = false;
  let asked = text.value;
  let goTo = () => {};
  let mend = () => {};

  const button = (style, words, deed) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = style;
    made.textContent = words;
    made.addEventListener('click', deed);
    return made;
  };
  const isOwn = mistake => mistake.file === phrases.file;
  const line = mistake => {
    const item = document.createElement('li');
    const where = button('link', mistake.place, () => goTo(mistake));
    where.disabled = !isOwn(mistake);
    item.append(where, ' ' + mistake.message + ' ');
    if (mistake.hint && isOwn(mistake)) {
      item.append(button('quiet', phrases.fix.replace('{0}', mistake.hint), () => mend(mistake)));
    }
    return item;
  };
  const show = rules => {
    list.replaceChildren(...mistakes.map(line));
    document.getElementById('checked').textContent = mistakes.length ? '' : phrases.sound;
    const stands = document.getElementById('stands');
    if (stands && rules) stands.textContent = rules;
    shown.forEach(listener => listener(mistakes.filter(isOwn)));
  };
  const ask = () => {
    if (isAsking || asked === text.value) return;
    isAsking = true;
    asked = text.value;
    perennialCheck();
  };

  return {
    phrases,
    text,
    /** The text was changed: it is asked about once nobody has changed it for half a second. */
    change: changed => {
      text.value = changed;
      clearTimeout(waiting);
      waiting = setTimeout(ask, 500);
    },
    told: (found, rules) => {
      isAsking = false;
      mistakes = found ? JSON.parse(found) : [];
      if (asked === text.value) show(rules); else ask();
    },
    failed: () => { isAsking = false; },
    /** Hears of the mistakes of this file, and does what their buttons are for. */
    listen: (listener, deeds) => {
      shown.push(listener);
      goTo = deeds.goTo;
      mend = deeds.mend;
    },
    /** Marks the mistakes at which somebody is. */
    point: isHere => [...list.children].forEach((item, i) =>
        item.classList.toggle('here', Boolean(mistakes[i]) && isOwn(mistakes[i]) && isHere(mistakes[i])))
  };
})();
