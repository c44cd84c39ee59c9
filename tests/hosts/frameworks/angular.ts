import '@angular/compiler';
import { Component, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';

declare const window: any;

@Component({
  selector: 'some-article',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `<p id="alive">{{ link() }}</p>
    @if (shown()) {
      <sextant-calculator lang="en" loading="eager" [view]="'quadrant'" [scenario]="scenario()"
        (sextant-change)="heard($event)" (sextant-ready)="heard($event)" (sextant-error)="heard($event)" />
    }`,
})
class SomeArticle {
  scenario = signal(window.initial);
  shown = signal(true);
  link = signal('');

  constructor() {
    window.app = {
      heard: [],
      give: (given: unknown) => this.scenario.set(given),
      remove: () => this.shown.set(false),
    };
  }

  heard(event: any) {
    window.app.heard.push(event.type);
    if (event.type === 'sextant-change') this.link.set(event.detail.link);
  }
}

document.getElementById('root')!.append(document.createElement('some-article'));
bootstrapApplication(SomeArticle, { providers: [provideZonelessChangeDetection()] });
