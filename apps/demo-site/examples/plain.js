const heard = document.querySelector('#heard');
const topics = { firing: 'tonight’s firing', shelf: 'what came out' };

/** The page is never loaded anew, so the chat stays as it is. */
function show() {
  const view = location.hash.slice(1) in topics ? location.hash.slice(1) : 'firing';
  for (const section of document.querySelectorAll('[data-view]')) section.hidden = section.dataset.view !== view;
  for (const link of document.querySelectorAll('nav a')) {
    link.toggleAttribute('aria-current', link.hash === `#${view}`);
  }
  return topics[view];
}

window.addEventListener('hashchange', show);
show();

document.querySelector('#ask').addEventListener('click', () => {
  window.porchlight ??= [];
  window.porchlight.push((widget) => {
    widget.prefill(`A question about ${show()}: `);
    widget.open();
  });
});

document.addEventListener('chat-message', ({ detail }) => {
  heard.textContent = `${detail.message.author.name} wrote: ${detail.message.text}`;
});
