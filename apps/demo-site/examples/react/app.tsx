import type {} from '@porchlight/widget/react';
import { useEffect, useState } from 'react';

const views = { firing: 'Tonight’s firing', shelf: 'What came out' };
const viewNow = () => (location.hash === '#shelf' ? 'shelf' : 'firing');

export function App() {
  const [view, setView] = useState<keyof typeof views>(viewNow);
  const [chat, setChat] = useState(true);
  const [inPage, setInPage] = useState(false);
  const [heard, setHeard] = useState('Nothing yet');

  useEffect(() => {
    const onHashChange = () => setView(viewNow());
    window.addEventListener('hashchange', onHashChange);
    return () => window.removeEventListener('hashchange', onHashChange);
  }, []);

  return (
    <main className="app">
      <h1>React 19</h1>
      <nav aria-label="Views">
        {Object.entries(views).map(([key, title]) => (
          <a key={key} href={`#${key}`} aria-current={key === view ? 'page' : undefined}>
            {title}
          </a>
        ))}
      </nav>
      <h2>{views[view]}</h2>
      <label>
        <input type="checkbox" checked={chat} onChange={({ target }) => setChat(target.checked)} /> A chat
      </label>
      <label>
        <input type="checkbox" checked={inPage} onChange={({ target }) => setInPage(target.checked)} /> In the page
      </label>
      <p role="status">{heard}</p>
      {chat && (
        <div className={inPage ? 'place' : undefined}>
          <chat-widget
            site="demo"
            heading={views[view]}
            mode={inPage ? 'inline' : 'bubble'}
            strings={{ composer: { placeholder: `Ask: ${views[view]}` } }}
            onchat-message={({ detail }) => setHeard(detail.message.text)}
          />
        </div>
      )}
      <p>
        <a href="../examples.html">Back to the other shelves</a>
      </p>
    </main>
  );
}
