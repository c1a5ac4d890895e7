// What Accessibility asks a page, beside the rules of axe-core.
window.perennial = (() => {
  'use strict';
  const CONTROLS = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';

  const name = element => {
    const text = (element.textContent || element.value || '').trim().replace(/\s+/g, ' ').slice(0, 60);
    return element.tagName.toLowerCase() + (element.id ? '#' + element.id : '') + ' "' + text + '"';
  };

  const rules = done => axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    resultTypes: ['violations']
  }).then(result => done(result.violations.flatMap(violation =>
      violation.nodes.map(node => violation.id + ': ' + node.target.join(' ') + ': ' + node.failureSummary))));

  // Contrast as WCAG defines it, from colours as browsers compute them.
  const colour = text => {
    const parts = (text.match(/[\d.]+/g) || []).map(Number);
    return parts.length < 3 || parts[3] === 0 ? null : parts.slice(0, 3);
  };
  const luminance = rgb => {
    const [r, g, b] = rgb.map(part => part / 255)
        .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  // What is painted below the middle of a picture's text: the last shape there before it, or the ground of the page.
  const ground = text => {
    const box = text.getBoundingClientRect();
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    const shapes = [...text.ownerSVGElement.querySelectorAll('rect, circle, path')].filter(shape => {
      const place = shape.getBoundingClientRect();
      return shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING
          && place.left <= x && x <= place.right && place.top <= y && y <= place.bottom
          && (shape.tagName === 'rect') && colour(getComputedStyle(shape).fill);
    });
    if (shapes.length) return colour(getComputedStyle(shapes[shapes.length - 1]).fill);
    for (let element = text.ownerSVGElement; element; element = element.parentElement) {
      const found = colour(getComputedStyle(element).backgroundColor);
      if (found) return found;
    }
    return [255, 255, 255];
  };

  const pictureContrast = () => [...document.querySelectorAll('svg text')]
      .filter(text => text.textContent.trim())
      .map(text => [text, contrast(colour(getComputedStyle(text).fill), ground(text))])
      .filter(([, ratio]) => ratio < 4.5)
      .map(([text, ratio]) => 'contrast of ' + ratio.toFixed(2) + ' in a picture: ' + name(text));

  // The way through the page by keyboard.
  const reached = new Set();
  const unseen = new Set();
  let first = null;
  const isShown = element => {
    const box = element.getBoundingClientRect();
    // What a closed <details> holds has a size all the same.
    return box.width > 0 && box.height > 0 && element.checkVisibility({visibilityProperty: true});
  };
  const controls = () => [...document.querySelectorAll(CONTROLS)]
      .filter(element => !element.disabled && element.tabIndex >= 0 && isShown(element));

  // Answers how often the tabulator has to be pressed for everything: a date has a place each for day, month, year, calendar;
  // an editor has a few of its own.
  const watchFocus = () => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    document.addEventListener('focusin', ({target}) => {
      first = first || target;
      reached.add(target);
      const style = getComputedStyle(target);
      const isMarked = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
      if (!isMarked) unseen.add(target);
    });
    const all = controls();
    return all.length + 3 * all.filter(control => control.type === 'date').length
        + 3 * document.querySelectorAll('.ace_editor').length + 1;
  };

  const isReachedInGroup = control => control.type === 'radio'
      && [...reached].some(other => other.type === 'radio' && other.name === control.name);

  const missedFocus = () => [
    ...controls().filter(control => !reached.has(control) && !isReachedInGroup(control))
        .map(control => 'no way by keyboard to ' + name(control)),
    ...[...unseen].map(control => 'nobody sees that the keyboard is at ' + name(control)),
    ...(first && first.matches('a[href="#content"]') || !document.querySelector('.rail')
        ? [] : ['the way by keyboard begins at ' + (first ? name(first) : 'nothing') + ', not at the way past the menu']),
    ...[...document.querySelectorAll('[tabindex]')].filter(element => element.tabIndex > 0)
        .map(element => 'an order of its own: ' + name(element))
  ];

  const cutOff = () => [...document.querySelectorAll('.wide')]
      .filter(region => region.scrollWidth > region.clientWidth)
      .map(region => 'cut off by ' + (region.scrollWidth - region.clientWidth) + ' px: ' + name(region));

  return {cutOff, rules, pictureContrast, watchFocus, missedFocus};
})();
