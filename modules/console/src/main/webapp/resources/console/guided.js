// A form that puts a rule together out of the words of the language and sets it at the end of the text, where it is checked.
(function () {
  'use strict';
  const checking = window.perennialChecking;
  const place = document.getElementById('guided');
  if (!checking || !place || !window.ace || !checking.phrases.file.endsWith('.drl')) return;
  const says = place.dataset;
  const words = JSON.parse(checking.phrases.words);
  const sorted = sort => words.filter(word => word.sort === sort);
  const attributes = sorted('attribute');
  const folder = checking.phrases.file.split('/')[0];
  const verbs = sorted('verb').filter(verb => verb.domain === folder);

  const made = (tag, settings, ...parts) => {
    const element = Object.assign(document.createElement(tag), settings);
    element.append(...parts);
    return element;
  };
  const option = (value, text) => made('option', {value, textContent: text});
  const select = options => made('select', {}, ...options);
  let number = 0;
  const field = (text, control) => {
    control.id = 'guided-' + (number += 1);
    control.addEventListener('input', () => draw());
    return made('div', {className: 'field'}, made('label', {htmlFor: control.id, textContent: text}), control);
  };
  const plain = text => text.replace(/["{}@\\]/g, '').trim();

  const code = made('input', {size: 7, value: 'XX-01', autocomplete: 'off'});
  const title = made('input', {size: 36, autocomplete: 'off'});
  const verb = select(verbs.map(one => option(one.name, one.meaning)));
  const kind = made('span', {});
  const conditions = made('div', {});
  const preview = made('pre', {tabIndex: 0});
  preview.setAttribute('aria-label', says.preview);

  const valueOf = attribute => {
    if (attribute.values.length) return select(attribute.values.map(value => option(value.insert, value.name)));
    if (attribute.type === 'flag') return select([option('true', says.yes), option('false', says.no)]);
    return made('input', {size: 12, autocomplete: 'off', value: attribute.type === 'text' ? '' : '1'});
  };
  const condition = () => {
    const row = made('div', {className: 'fields'});
    const attribute = select(attributes.map(one => option(one.name, one.meaning)));
    attribute.value = 'stage';
    const rest = made('div', {className: 'fields'});
    const refill = () => {
      const chosen = attributes.find(one => one.name === attribute.value);
      const isOrdered = !['text', 'flag'].includes(chosen.type);
      const sign = select((isOrdered ? ['>=', '>', '<', '<=', '==', '!='] : ['==', '!=']).map(one => option(one, says[
          {'>=': 'atLeast', '>': 'above', '<': 'below', '<=': 'atMost', '==': 'is', '!=': 'isNot'}[one]])));
      const value = valueOf(chosen);
      rest.replaceChildren(field(says.sign, sign), field(chosen.note, value));
      row.written = () => {
        const isQuoted = chosen.type === 'text' && !value.value.startsWith('"');
        return `${chosen.name} ${sign.value} ${isQuoted ? '"' + plain(value.value) + '"' : value.value.trim()}`;
      };
      draw();
    };
    row.append(field(says.attribute, attribute), rest, made('button', {
      type: 'button', className: 'quiet', textContent: says.drop, onclick: () => { row.remove(); draw(); }
    }));
    attribute.addEventListener('input', refill);
    conditions.append(row);
    refill();
  };
  const call = () => {
    const chosen = verbs.find(one => one.name === verb.value);
    const controls = [...kind.querySelectorAll('select, input')];
    const told = controls.filter(control => control.dataset.part !== 'channel').map(control => control.value.trim());
    const channel = controls.find(control => control.dataset.part === 'channel');
    return `decisions.${chosen.name}(${told.join(', ')})${channel ? `.by(${channel.value})` : ''};`;
  };
  const refill = () => {
    const chosen = verbs.find(one => one.name === verb.value);
    const parts = [];
    if (chosen.takesKind) parts.push(field(says.kind, select(chosen.kinds.map(one => option(one.insert, one.meaning)))));
    chosen.numbers.forEach(one => parts.push(field(one.name, made('input', {size: 6, value: '10', autocomplete: 'off'}))));
    if (chosen.isContact) {
      const channel = select(sorted('channel').map(one => option(one.insert, one.meaning)));
      channel.dataset.part = 'channel';
      parts.push(field(says.channel, channel));
    }
    kind.className = 'fields';
    kind.replaceChildren(...parts);
    draw();
  };
  const rule = () => {
    const asked = [...conditions.children].map(row => '        ' + row.written()).join(',\n');
    return `rule "${plain(code.value)} ${plain(title.value) || '...'}"\nwhen\n    CustomerSnapshot(\n${asked})\nthen\n    ${call()}\nend\n`;
  };
  const draw = () => { if (conditions.children.length && kind.children.length + 1) preview.textContent = rule(); };

  verb.addEventListener('input', refill);
  place.append(
      made('div', {className: 'fields'}, field(says.code, code), field(says.title, title)),
      made('p', {className: 'meaning', textContent: says.when}), conditions,
      made('button', {type: 'button', className: 'quiet', textContent: says.more, onclick: condition}),
      made('p', {className: 'meaning', textContent: says.then}),
      made('div', {className: 'fields'}, field(says.verb, verb), kind), preview,
      made('button', {type: 'button', textContent: says.put, onclick: () => {
        const editor = ace.edit('editor');
        const text = editor.getValue().trimEnd();
        editor.session.setValue(text + (text ? '\n\n' : '') + rule());
        editor.gotoLine(editor.session.getLength());
        editor.focus();
      }}));
  refill();
  condition();
  place.closest('details').hidden = false;
})();
