const oldest = [20, 19] as const;

// On an older Node the libraries fail one after the other, with words that do not name the reason.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  console.error(`Shopfront needs Node ${oldest.join(".")} or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}
