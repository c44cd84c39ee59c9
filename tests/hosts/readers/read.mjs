// Prints what each reader finds at the addresses, as JSON: address → reader → what it found.
//
//   node read.mjs <address>...
//
// Some readers refuse addresses of this machine, so every name leads to it here.
import dns from 'node:dns';
import { extract } from '@extractus/oembed-extractor';
import { getLinkPreview } from 'link-preview-js';
import createMetascraper from 'metascraper';
import description from 'metascraper-description';
import iframe from 'metascraper-iframe';
import image from 'metascraper-image';
import title from 'metascraper-title';
import url from 'metascraper-url';
import openGraph from 'open-graph-scraper';
import { unfurl } from 'unfurl.js';

dns.lookup = (name, options, done = options) =>
  process.nextTick(options.all ? () => done(null, [{ address: '127.0.0.1', family: 4 }]) : () => done(null, '127.0.0.1', 4));

const metascraper = createMetascraper([title(), description(), image(), url(), iframe()]);

const READERS = {
  async 'open-graph-scraper'(address) {
    const { result } = await openGraph({ url: address });
    const [picture] = result.ogImage ?? [];
    return { title: result.ogTitle, description: result.ogDescription, picture: picture?.url, url: result.ogUrl, size: [Number(picture?.width), Number(picture?.height)] };
  },
  async 'unfurl.js'(address) {
    const { open_graph: graph, oEmbed } = await unfurl(address);
    const [picture] = graph.images;
    return {
      title: graph.title, description: graph.description, picture: picture.url, url: graph.url, size: [picture.width, picture.height],
      html: oEmbed.html, oembedTitle: oEmbed.title,
    };
  },
  async metascraper(address) {
    const found = await metascraper({ url: address, html: await (await fetch(address)).text() });
    return { title: found.title, description: found.description, picture: found.image, url: found.url, html: found.iframe };
  },
  async 'link-preview-js'(address) {
    const found = await getLinkPreview(address);
    return { title: found.title, description: found.description, picture: found.images[0] };
  },
  async 'oembed-extractor'(address) {
    const found = await extract(address);
    return { oembedTitle: found.title, picture: found.thumbnail_url, html: found.html };
  },
};

const found = {};
for (const address of process.argv.slice(2)) {
  found[address] = {};
  for (const [name, read] of Object.entries(READERS)) {
    found[address][name] = await read(address).catch((error) => ({ error: String(error) }));
  }
}
console.log(JSON.stringify(found));
