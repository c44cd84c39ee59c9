// Rendered on the server and continued in the browser.
export function Article({ scenario, heard }) {
  return <main>
    <p id="alive">Before</p>
    <sextant-calculator lang="en" loading="eager" view="quadrant" scenario={scenario} onsextant-ready={heard} />
  </main>;
}
