// Numbers the lines of the rules, and leads to the place of a problem; without this script the text is edited all the same.
(function () {
  'use strict';
  const text = document.getElementById('writing:text');
  const lines = document.getElementById('lines');
  if (!text || !lines) return;

  const number = () => {
    const count = text.value.split('\n').length;
    lines.textContent = Array.from({ length: count }, (nothing, i) => i + 1).join('\n');
    lines.scrollTop = text.scrollTop;
  };
  text.addEventListener('input', number);
  text.addEventListener('scroll', () => { lines.scrollTop = text.scrollTop; });
  number();

  document.querySelectorAll('a.place').forEach(link => link.addEventListener('click', event => {
    event.preventDefault();
    const before = text.value.split('\n').slice(0, link.dataset.line - 1);
    const at = before.reduce((sum, line) => sum + line.length + 1, 0) + Number(link.dataset.column) - 1;
    text.focus();
    text.setSelectionRange(at, at + 1);
  }));
})();
