// The script of 404.html. Some mail gateways escape the "#" of a link, which makes the scenario part of the path:
// "…/%231~…". Opens the address that was meant.
const [, page, link] = /^(.*?)(?:%(?:25)*23|%EF%BC%83)(\d.*)$/i.exec(location.pathname + location.search) ?? [];
// With the origin, because "//other.example/" alone would be another host.
if (link) location.replace(`${location.origin}${page}#${link}`);
