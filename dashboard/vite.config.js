import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `npm run dev -w @accord/dashboard`: serves the pages from source, against a hub at ACCORD_HUB (or on port 4000). */
const hub = process.env.ACCORD_HUB ?? 'http://127.0.0.1:4000';

export default defineConfig({
  root: 'src/browser',
  publicDir: 'public',
  plugins: [react()],
  build: {
    outDir: '../../dist/browser',
    emptyOutDir: true,
    target: 'es2022',
    // Fonts and images are separate files: the page's policy allows no data addresses for fonts.
    assetsInlineLimit: 0,
    // For the test that weighs the first view; build/compress.mjs takes it out of what is served.
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What most pages share goes into one file: on a slow machine, many small ones delay each other.
        codeSplitting: { groups: [{ name: 'shared', minShareCount: 9 }] },
      },
    },
  },
  server: { proxy: Object.fromEntries(['/graphql', '/settings.json', '/demonstration'].map((path) => [path, hub])) },
});
