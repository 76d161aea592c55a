// The package's own declarations import each other without file extensions, which module resolution `nodenext` does
// not follow.
declare module 'opencc-js/t2cn' {
  /**
   * Makes a converter between script variants; from OpenCC's traditional Chinese (`t`) to mainland simplified (`cn`).
   */
  export function Converter(options: { from: 't'; to: 'cn' }): (text: string) => string;
}
