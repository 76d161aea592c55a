// Loaded into every supervised child before its own code (`node --import`). A supervisor that was killed cannot stop its children,
// so each child leaves by itself when the channel to the supervisor breaks: in order if it can, after ten seconds in any case.
process.once('disconnect', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  process.kill(process.pid, 'SIGTERM');
});
// Listening must not by itself keep a child alive that has nothing more to do.
process.channel?.unref();
