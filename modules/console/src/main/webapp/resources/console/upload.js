// Shows how far a file is on its way; without this script the browser sends the form all the same.
(function () {
  'use strict';
  const form = document.getElementById('upload');
  if (!form) return;
  const field = document.getElementById('upload:file');
  const bar = document.getElementById('sending');
  const button = document.getElementById('upload:send');
  const area = field.closest('.drop');

  ['dragenter', 'dragover'].forEach(name => area.addEventListener(name, event => {
    event.preventDefault();
    area.classList.add('over');
  }));
  ['dragleave', 'drop'].forEach(name => area.addEventListener(name, () => area.classList.remove('over')));
  area.addEventListener('drop', event => {
    event.preventDefault();
    if (event.dataTransfer.files.length) field.files = event.dataTransfer.files;
  });

  form.addEventListener('submit', event => {
    if (!field.files.length) return;
    event.preventDefault();
    const body = new FormData(form);
    body.append(button.name, button.value);
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', moved => {
      if (moved.lengthComputable) bar.value = moved.loaded / moved.total;
    });
    request.upload.addEventListener('load', () => bar.removeAttribute('value'));
    request.addEventListener('error', () => form.submit());
    request.addEventListener('load', () => {
      const arrived = new URL(request.responseURL);
      if (arrived.pathname !== location.pathname) {
        location.assign(arrived);
        return;
      }
      document.open();
      document.write(request.responseText);
      document.close();
    });
    bar.hidden = false;
    button.disabled = true;
    request.open('POST', form.action);
    request.send(body);
  });
})();
