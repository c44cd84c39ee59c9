// React 18 writes objects as text and hears no events of its own: both go through a ref.
import { StrictMode, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

const heard = (event) => app.heard.push(event.type);

function Calculator({ scenario, onChange }) {
  const calculator = useRef(null);
  useEffect(() => {
    calculator.current.scenario = scenario;
  }, [scenario]);
  useEffect(() => {
    const element = calculator.current;
    const end = new AbortController();
    element.addEventListener('sextant-change', onChange, { signal: end.signal });
    for (const type of ['sextant-ready', 'sextant-error']) element.addEventListener(type, heard, { signal: end.signal });
    return () => end.abort();
  }, [onChange]);
  return <sextant-calculator ref={calculator} lang="en" loading="eager" view="quadrant" />;
}

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
    {shown && <Calculator scenario={scenario} onChange={changed} />}
  </>;
}

window.app = { heard: [] };
createRoot(document.getElementById('root')).render(<StrictMode><Article /></StrictMode>);
