import path from "node:path";
import { importGeoFile, type GeoYears } from "~/features/plans/import-geo.command.server";
import { type Command, UsageProblem } from "../command";
import { describeGeoImport, progressBar, withOwner } from "../import-report";

export const command: Command = {
  name: "geo",
  summary: "Imports a table of ZIPs, counties or rating areas.",
  usage: "geo import <file> [--years 2015-2017]",
  async run(args, io) {
    const [verb, file, option, range, ...rest] = args;
    if (verb !== "import" || !file || rest.length > 0) throw new UsageProblem("Say which file to import:");
    const years = option === undefined ? undefined : readYears(option, range);
    const progress = progressBar();
    const outcome = await withOwner((sql) =>
      importGeoFile({ sql, path: path.resolve(file), years, onProgress: progress.show }),
    );
    progress.clear();
    return describeGeoImport(outcome, io);
  },
};

function readYears(option: string, range: string | undefined): GeoYears {
  const match = /^(20\d\d)(?:-(20\d\d))?$/.exec(range ?? "");
  if (option !== "--years" || !match) throw new UsageProblem("Write the years as --years 2026 or --years 2015-2017.");
  const years = { yearFrom: Number(match[1]), yearTo: Number(match[2] ?? match[1]) };
  if (years.yearFrom > years.yearTo) throw new UsageProblem("The first year must not be later than the last.");
  return years;
}
