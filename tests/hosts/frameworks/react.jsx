// React 19: objects are set as properties, and onsextant-change hears the event.
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

const heard = (event) => app.heard.push(event.type);

function Article() {
  const [scenario, setScenario] = useState(window.initial);
  const [shown, setShown] = useState(true);
  const [link, setLink] = useState('');
  Object.assign(app, { give: setScenario, remove: () => setShown(false) });
  const changed = (event) => {
    heard(event);
    setLink(event.detail.link);
  };
  return <>
    <p id="alive">{link}</p>
    {shown && <sextant-calculator lang="en" loading="eager" view="quadrant" scenario={typeof scenario === 'object' ? { ...scenario } : scenario}
      onsextant-change={changed} onsextant-ready={heard} onsextant-error={heard} />}
  </>;
}

window.app = { heard: [] };
createRoot(document.getElementById('root')).render(<StrictMode><Article /></StrictMode>);
