import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `npm run dev -w @accord/dashboard`: the pages from source, against a hub that runs on ACCORD_HUB (or port 4000). */
const hub = process.env.ACCORD_HUB ?? 'http://127.0.0.1:4000';

export default defineConfig({
  root: 'src/browser',
  publicDir: 'public',
  plugins: [react()],
  build: {
    outDir: '../../dist/browser',
    emptyOutDir: true,
    target: 'es2022',
    // Fonts and images as files of their own: the page's policy allows no data addresses for fonts.
    assetsInlineLimit: 0,
    // For the test that weighs the first view; build/compress.mjs takes it out of what is served.
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What most pages share is one file: many small ones wait for each other on a slow machine.
        codeSplitting: { groups: [{ name: 'shared', minShareCount: 9 }] },
      },
    },
  },
  server: { proxy: Object.fromEntries(['/graphql', '/settings.json', '/demonstration'].map((path) => [path, hub])) },
});
