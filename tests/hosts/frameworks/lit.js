import { html, LitElement } from 'lit';

class SomeArticle extends LitElement {
  static properties = { scenario: {}, shown: {}, link: {} };

  constructor() {
    super();
    this.scenario = window.initial;
    this.shown = true;
    window.app = {
      heard: [],
      give: (given) => {
        this.scenario = given;
      },
      remove: () => {
        this.shown = false;
      },
    };
  }

  heard(event) {
    app.heard.push(event.type);
    if (event.type === 'sextant-change') this.link = event.detail.link;
  }

  render() {
    return html`<p id="alive">${this.link}</p>
      ${this.shown ? html`<sextant-calculator lang="en" loading="eager" view="quadrant" .scenario=${this.scenario}
        @sextant-change=${this.heard} @sextant-ready=${this.heard} @sextant-error=${this.heard}></sextant-calculator>` : ''}`;
  }
}
customElements.define('some-article', SomeArticle);
document.getElementById('root').append(document.createElement('some-article'));
