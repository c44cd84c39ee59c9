import { hydrateRoot } from 'react-dom/client';
import { Article } from './shared_article.jsx';

window.app = { heard: [] };
hydrateRoot(document.getElementById('root'), <Article scenario={window.initial} heard={({ type }) => app.heard.push(type)} />);
