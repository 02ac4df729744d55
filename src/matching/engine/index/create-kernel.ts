import type { Kernel, KernelBlock } from './kernel';
import { ScriptKernel } from './script-kernel';
import { WasmKernel } from './wasm-kernel';

/** In WebAssembly for a block that lies in a memory of it, else in plain JavaScript. */
export const createKernel = (block: KernelBlock, memory: WebAssembly.Memory | undefined): Kernel =>
  memory === undefined ? new ScriptKernel(block) : new WasmKernel(block, memory);
