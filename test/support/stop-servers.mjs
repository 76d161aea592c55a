// After the tests of project `real`.
export default async function stopServers() {
  await globalThis.stopTestServers?.();
}
