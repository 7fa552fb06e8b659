import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { defineConfig } from "vite";

// The built file names what it was built from, so that a test can tell a stale one without node.
const sources = readdirSync("src").sort().map((name) => readFileSync(`src/${name}`));
const digest = createHash("sha256").update(Buffer.concat(sources)).digest("hex");

// One small file, readable names kept: whoever doubts it can read what runs in the browser.
export default defineConfig({
  plugins: [
    {
      name: "name-the-sources",
      generateBundle(_, bundle) {
        for (const chunk of Object.values(bundle)) if (chunk.type === "chunk") chunk.code = `// built from frontend/src, sha256 ${digest}\n${chunk.code}`;
      },
    },
  ],
  build: {
    outDir: "../src/firsthand/web/static",
    emptyOutDir: false,
    minify: false,
    modulePreload: false,
    target: "es2022",
    rollupOptions: { input: "src/main.ts", output: { format: "es", entryFileNames: "app.js" } },
  },
});
