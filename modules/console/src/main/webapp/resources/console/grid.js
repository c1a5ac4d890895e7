// A table of prices or discounts as cells to write in; without this script it is written as CSV.
(function () {
  'use strict';
  const checking = window.perennialChecking;
  if (!checking || !checking.phrases.file.endsWith('.csv')) return;
  const {text, phrases} = checking;
  const place = document.getElementById('editor');
  // What a new table begins with.
  const begun = [
    ['grid', 'PG', phrases.begun],
    ['titleZh', '按库存与用券习惯降价'],
    ['owner', 'Pricing'],
    ['propose', 'offerPrice', 'CLEARANCE'],
    ['when', 'moment', 'WEEKLY'],
    ['offerStockCover / couponShare', '0..0.1', '0.1..0.3', '0.3..'],
    ['45..120', '', '5', '8'],
    ['120..270', '10', '12', '15'],
    ['270..', '25', '30', '30']
  ];
  let rows = [];

  // What the words in the cells say, for who does not know the words of the rules.
  const meanings = new Map();
  const learn = word => {
    meanings.set(word.name, word.meaning);
    (word.kinds || []).forEach(learn);
  };
  const words = JSON.parse(phrases.words);
  words.forEach(learn);
  const about = words.filter(word => word.sort === 'line').map(word => word.name);
  const meaning = cell => cell.split('/').map(part => meanings.get(part.trim())).filter(Boolean).join(' / ');

  const read = csv => {
    const all = [[]];
    const cells = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/gy;
    for (let cell; (cell = cells.exec(csv)) !== null;) {
      all[all.length - 1].push(cell[1] === undefined ? cell[2] : cell[1].replaceAll('""', '"'));
      if (cells.lastIndex >= csv.length) break;
      if (cell[3] !== ',') all.push([]);
    }
    return all.filter(row => row.some(cell => cell.trim()));
  };
  const quoted = cell => /[",\r\n]/.test(cell) ? '"' + cell.replaceAll('"', '""') + '"' : cell;
  const write = () => rows.map(row => row.map(quoted).join(',')).join('\n') + '\n';
  const width = () => Math.max(...rows.map(row => row.length));
  const bands = () => rows.findIndex((row, i) => i > 0 && !about.includes(row[0]));

  const input = (i, j) => place.querySelector(`input[data-row="${i}"][data-cell="${j}"]`);
  const field = (i, j) => {
    const made = document.createElement('input');
    made.value = rows[i][j] || '';
    made.dataset.row = i;
    made.dataset.cell = j;
    made.setAttribute('aria-label', phrases.cell.replace('{0}', i + 1).replace('{1}', j + 1));
    made.autocomplete = 'off';
    const said = document.createElement('small');
    said.id = `said-${i}-${j}`;
    said.textContent = meaning(made.value);
    made.setAttribute('aria-describedby', said.id);
    made.addEventListener('input', () => {
      while (rows[i].length <= j) rows[i].push('');
      rows[i][j] = made.value;
      said.textContent = meaning(made.value);
      checking.change(write());
    });
    made.addEventListener('focus', () => checking.point(mistake => mistake.line === i + 1 && mistake.column === j + 1));
    return [made, said];
  };
  const button = (words, deed) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'quiet';
    made.textContent = words;
    made.addEventListener('click', deed);
    return made;
  };
  const changed = deed => () => {
    deed();
    draw();
    checking.change(write());
  };
  const draw = () => {
    const table = document.createElement('table');
    table.className = 'grid';
    const first = bands();
    const cells = first < 0 ? 3 : width();
    rows.forEach((row, i) => {
      const line = table.insertRow();
      line.className = i < first || first < 0 ? 'about' : i === first ? 'bands' : '';
      for (let j = 0; j < Math.max(cells, row.length); j++) line.insertCell().append(...field(i, j));
    });
    const tools = document.createElement('p');
    tools.append(
        button(phrases.addRow, changed(() => rows.push(Array(cells).fill('')))),
        button(phrases.addColumn, changed(() => rows.slice(Math.max(first, 0)).forEach(row => row.push('')))),
        button(phrases.dropRow, changed(() => { if (rows.length > 1) rows.pop(); })),
        button(phrases.dropColumn, changed(() => rows.forEach(row => { if (row.length === cells) row.pop(); }))),
        button(phrases.csv, () => {
          const link = document.createElement('a');
          link.href = URL.createObjectURL(new Blob([text.value], {type: 'text/csv'}));
          link.download = phrases.file.split('/').pop();
          link.click();
          URL.revokeObjectURL(link.href);
        }),
        taken());
    place.replaceChildren(table, tools);
  };

  /** A file of the person's own in the place of the table. */
  const taken = () => {
    const label = document.createElement('label');
    const file = document.createElement('input');
    file.type = 'file';
    file.accept = '.csv,text/csv';
    file.addEventListener('change', () => file.files[0].text().then(csv => {
      rows = read(csv.replace(/^\uFEFF/, ''));
      draw();
      checking.change(write());
    }));
    label.append(phrases.take + ' ', file);
    return label;
  };

  checking.listen(mistakes => {
    place.querySelectorAll('input[aria-invalid]').forEach(one => one.removeAttribute('aria-invalid'));
    mistakes.map(mistake => input(mistake.line - 1, mistake.column - 1)).filter(Boolean)
        .forEach(one => one.setAttribute('aria-invalid', 'true'));
  }, {
    goTo: mistake => { const one = input(mistake.line - 1, mistake.column - 1); if (one) one.focus(); },
    mend: mistake => {
      const one = input(mistake.line - 1, mistake.column - 1);
      if (!one) return;
      one.value = mistake.hint;
      one.dispatchEvent(new Event('input'));
      one.focus();
    }
  });
  const isNew = !text.value.trim();
  rows = isNew ? begun : read(text.value);
  draw();
  text.hidden = true;
  place.hidden = false;
  if (isNew) checking.change(write());
})();
