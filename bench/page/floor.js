const go = new Go();
const { instance } = await WebAssembly.instantiateStreaming(fetch("floor.wasm"), go.importObject);
go.run(instance);
