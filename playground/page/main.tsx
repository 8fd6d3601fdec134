/** Starts the page. */
import { render } from 'preact';
import { createPageModel } from './model/page-model.ts';
import { createServerClient } from './model/server-client.ts';
import { App } from './views/app.tsx';

const root = document.getElementById('page');
if (root !== null) {
  render(<App model={createPageModel(createServerClient())} />, root);
}
