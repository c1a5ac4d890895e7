// Colours, words and mistakes of a text of rules while it is written; without this script it is written in a plain field.
(function () {
  'use strict';
  const checking = window.perennialChecking;
  if (!checking || !window.ace || checking.phrases.file.endsWith('.csv')) return;
  const {text, phrases} = checking;
  const place = document.getElementById('editor');
  const words = JSON.parse(phrases.words);
  const isRules = phrases.file.endsWith('.drl');

  const editor = ace.edit(place, {
    mode: isRules ? 'ace/mode/drools' : 'ace/mode/yaml',
    theme: 'ace/theme/cloud_editor',
    useWorker: false,
    showPrintMargin: false,
    useSoftTabs: true,
    tabSize: isRules ? 4 : 2,
    fontSize: '0.87rem',
    minLines: 12,
    maxLines: 34,
    enableBasicAutocompletion: true,
    enableLiveAutocompletion: true,
    enableKeyboardAccessibility: true,
    textInputAriaLabel: phrases.label
  });
  const session = editor.session;
  session.setNewLineMode('unix');
  session.setValue(text.value);
  text.hidden = true;
  place.hidden = false;

  // What may stand where the cursor is.
  const named = sort => words.filter(word => word.sort === sort);
  const verb = name => named('verb').find(word => word.name === name);
  const fitting = before => {
    const call = before.match(/decisions\s*\.\s*(\w+)\s*\(\s*\w*$/);
    const compared = before.match(/(\w+)\s*(?:[=!]=|in\s*\([^)]*)\s*"?\w*$/);
    const attribute = compared && named('attribute').find(word => word.name === compared[1]);
    if (/\.\s*by\s*\(\s*\w*$/.test(before)) return named('channel');
    if (/decisions\s*\.\s*\w*$/.test(before)) return named('verb');
    if (call && verb(call[1])) return verb(call[1]).kinds;
    if (attribute && attribute.values.length) return attribute.values;
    return [...named('attribute'), ...named('constant')];
  };
  const completer = {
    identifierRegexps: [/[\w"]/],
    getCompletions: (one, within, cursor, prefix, done) => {
      const before = within.getLine(cursor.row).slice(0, cursor.column);
      done(null, fitting(before).map(word => ({
        caption: word.name, value: word.insert, meta: word.note, docText: word.meaning, score: 1000
      })));
    }
  };
  editor.completers = [completer];

  // Mistakes, found while somebody writes.
  const Range = ace.require('ace/range').Range;
  let here = [];
  let markers = [];

  const range = mistake => {
    const row = Math.min(mistake.line - 1, session.getLength() - 1);
    const from = mistake.column - 1;
    const token = session.getLine(row).slice(from).match(/^("[^"]*"|[\w.$]+|\S)/);
    return new Range(row, from, row, from + (token ? token[0].length : 1));
  };
  const isAt = mistake => {
    const cursor = editor.getCursorPosition();
    return range(mistake).contains(cursor.row, cursor.column);
  };
  const mend = mistake => {
    session.replace(range(mistake), mistake.hint);
    editor.focus();
  };
  const goTo = mistake => {
    editor.gotoLine(mistake.line, mistake.column - 1);
    editor.focus();
  };
  checking.listen(mistakes => {
    here = mistakes;
    markers.forEach(marker => session.removeMarker(marker));
    markers = here.map(mistake => session.addMarker(range(mistake), 'mistake', 'text'));
    session.setAnnotations(here.map(mistake =>
        ({row: mistake.line - 1, column: mistake.column - 1, text: mistake.message, type: 'error'})));
    checking.point(isAt);
  }, {goTo, mend});
  session.on('change', () => checking.change(session.getValue()));
  editor.selection.on('changeCursor', () => checking.point(isAt));
  editor.commands.addCommand({
    name: 'mend',
    bindKey: {win: 'Alt-Enter', mac: 'Alt-Enter'},
    exec: () => here.filter(mistake => mistake.hint && isAt(mistake)).slice(0, 1).forEach(mend)
  });

  document.querySelectorAll('a.place').forEach(link => link.addEventListener('click', event => {
    if (link.dataset.file !== phrases.file) return;
    event.preventDefault();
    goTo({line: Number(link.dataset.line), column: Number(link.dataset.column)});
  }));
})();
