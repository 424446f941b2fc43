/** The arrows of the architecture (docs/architecture.md): who may import whom. Everything else is an error. */
const layer = (name) => `^src/${name}/`;
const gatewayLayer = (name) => `^gateway/src/${name}/`;
const NODE_ONLY =
  "^(node:)?(fs|path|os|http|https|http2|net|tls|stream|zlib|crypto|worker_threads|child_process|url|process|timers|util)(/|$)";

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "no-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "sdk-never-imports-gateway",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "(^gateway/|tradepose-gateway)" },
    },
    {
      name: "gateway-uses-public-sdk-only",
      comment: "The gateway imports the SDK by its package name, as any user would.",
      severity: "error",
      from: { path: "^gateway/" },
      to: { path: "^src/", dependencyTypes: ["local", "localmodule"] },
    },
    {
      name: "expr-imports-nothing",
      severity: "error",
      from: { path: layer("expr") },
      to: { pathNot: `${layer("expr")}|${layer("errors")}` },
    },
    {
      name: "errors-import-nothing",
      severity: "error",
      from: { path: layer("errors") },
      to: { pathNot: layer("errors") },
    },
    {
      name: "generated-imports-expr-and-zod-only",
      severity: "error",
      from: { path: layer("generated") },
      to: { pathNot: `${layer("generated")}|${layer("expr")}|${layer("errors")}|^node_modules/zod` },
    },
    {
      name: "builder-runs-in-a-browser",
      comment: "No HTTP, no Polars, no Node module, no zod.",
      severity: "error",
      from: { path: `${layer("builder")}` },
      to: { pathNot: `${layer("builder")}|${layer("expr")}|${layer("errors")}|${layer("generated")}` },
    },
    {
      name: "internal-below-core",
      severity: "error",
      from: { path: layer("internal") },
      to: {
        path: `${layer("core")}|${layer("batch")}|${layer("analysis")}|${layer("cli")}|${layer("builder")}`,
      },
    },
    {
      name: "core-below-batch",
      severity: "error",
      from: { path: layer("core") },
      to: { path: `${layer("batch")}|${layer("analysis")}|${layer("cli")}|${layer("builder")}` },
    },
    {
      name: "batch-below-analysis",
      severity: "error",
      from: { path: layer("batch") },
      to: { path: `${layer("analysis")}|${layer("cli")}` },
    },
    {
      name: "engine-is-pure",
      comment: "Bars and a StrategyConfig in, columns out: no I/O, no clock, no framework, no other layer.",
      severity: "error",
      from: { path: gatewayLayer("engine") },
      to: { pathNot: `${gatewayLayer("engine")}|^src/|^node_modules/tradepose-client` },
    },
    {
      name: "engine-no-node",
      severity: "error",
      from: { path: gatewayLayer("engine") },
      to: { path: NODE_ONLY },
    },
    {
      name: "http-reaches-engine-and-worker-through-tasks",
      severity: "error",
      from: { path: gatewayLayer("http") },
      to: { path: `${gatewayLayer("engine")}|${gatewayLayer("worker")}|${gatewayLayer("cli")}` },
    },
    {
      name: "tasks-below-http",
      severity: "error",
      from: { path: gatewayLayer("tasks") },
      to: {
        path: `${gatewayLayer("http")}|${gatewayLayer("worker")}|${gatewayLayer("engine")}|${gatewayLayer("cli")}`,
      },
    },
    {
      name: "store-below-all",
      severity: "error",
      from: { path: gatewayLayer("store") },
      to: { path: `^gateway/src/(?!store/|foundation/)` },
    },
    {
      name: "foundation-imports-nothing",
      comment: "Errors, locks and closing: what every other part of the gateway may use.",
      severity: "error",
      from: { path: gatewayLayer("foundation") },
      to: { path: `^gateway/src/(?!foundation/)` },
    },
    {
      name: "market-data-above-engine-only",
      severity: "error",
      from: { path: gatewayLayer("market-data") },
      to: { path: `^gateway/src/(?!market-data/|engine/|foundation/)` },
    },
    {
      name: "worker-below-http",
      severity: "error",
      from: { path: gatewayLayer("worker") },
      to: { path: `${gatewayLayer("http")}|${gatewayLayer("cli")}` },
    },
    {
      name: "no-dev-dependency-in-product",
      comment: "openapi-fetch and p-retry are bundled into the build (tsdown.config.ts).",
      severity: "error",
      from: { path: "^(src|gateway/src)/" },
      to: { dependencyTypes: ["npm-dev"], pathNot: "tradepose-client|node_modules/(openapi-fetch|p-retry)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ["source", "import", "node", "default", "types"],
      exportsFields: ["exports"],
    },
  },
};
