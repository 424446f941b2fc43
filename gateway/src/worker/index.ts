export { WorkerLoop, type WorkerLoopOptions } from "./loop.ts";
export { EnginePool, type EnginePoolOptions } from "./pool.ts";
