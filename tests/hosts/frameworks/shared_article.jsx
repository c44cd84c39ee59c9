// Rendered on the server and continued in the browser. React adds no listeners of custom events to elements that are there already.
import { useEffect, useRef } from 'react';

export function Article({ scenario, heard }) {
  const calculator = useRef(null);
  useEffect(() => {
    const element = calculator.current;
    element.addEventListener('sextant-change', heard);
    return () => element.removeEventListener('sextant-change', heard);
  }, [heard]);
  return <main>
    <p id="alive">Before</p>
    <sextant-calculator ref={calculator} lang="en" loading="eager" view="quadrant" scenario={scenario} />
  </main>;
}
