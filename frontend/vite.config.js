import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { transformWithEsbuild, defineConfig } from "vite";

// The built file names what it was built from, so that a test can tell a stale one without node.
const sources = readdirSync("src").sort().map((name) => readFileSync(`src/${name}`));
const digest = createHash("sha256").update(Buffer.concat(sources)).digest("hex");

/** Gives the packages of which a chunk holds code, with the licence of each as it must travel with it. */
function licences(chunk) {
  const names = Object.keys(chunk.modules).map((path) => path.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)\//)).filter(Boolean);
  const folders = new Map(names.map(([folder, name]) => [name, folder]));
  return [...folders].sort().map(([name, folder]) => {
    const file = ["LICENSE", "LICENSE.md", "LICENSE.txt", "license"].map((each) => folder + each).find(existsSync);
    return `${name}\n\n${file ? readFileSync(file, "utf8").trim() : "(no licence file)"}\n`;
  });
}

// Our own script keeps readable names: whoever doubts it can read what runs in the browser. The chart's, made of libraries, is minified.
export default defineConfig({
  plugins: [
    {
      name: "name-the-sources",
      async generateBundle(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== "chunk") continue;
          const found = licences(chunk);
          if (found.length) {
            chunk.code = (await transformWithEsbuild(chunk.code, chunk.fileName, { minify: true, target: "es2022", legalComments: "none" })).code;
            this.emitFile({ type: "asset", fileName: `${chunk.name}.licences.txt`, source: found.join("\n----\n\n") });
          }
          chunk.code = `// built from frontend/src, sha256 ${digest}\n${chunk.code}`;
        }
      },
    },
  ],
  build: {
    outDir: "../src/firsthand/web/static",
    emptyOutDir: false,
    minify: false,
    modulePreload: false,
    target: "es2022",
    chunkSizeWarningLimit: 800,
    rollupOptions: { input: { app: "src/main.ts", chart: "src/chart.ts" }, preserveEntrySignatures: "strict", output: { format: "es", entryFileNames: "[name].js" } },
  },
});
