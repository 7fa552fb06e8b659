// Writes the outlines of the land as one SVG path, x = longitude, y = −latitude, in tenths of a degree's precision.
// Source: Natural Earth 1:110m (public domain), as packaged in world-atlas (ISC).
import { readFileSync, writeFileSync } from "node:fs";
import { feature } from "topojson-client";

const world = JSON.parse(readFileSync(new URL("../node_modules/world-atlas/land-110m.json", import.meta.url), "utf8"));
const short = (number) => String(Math.round(number * 10) / 10).replace(/^(-?)0\./, "$1.");
const ring = (points) => `M${points.map(([x, y]) => `${short(x)} ${short(-y)}`).join("L")}Z`;
const shapes = feature(world, world.objects.land).features.flatMap(({ geometry }) =>
  geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates,
);
const path = shapes.map((rings) => rings.map(ring).join("")).join("");
writeFileSync(new URL("../../src/firsthand/web/static/land.txt", import.meta.url), `${path}\n`);
