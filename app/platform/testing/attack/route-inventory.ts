import type { ServerBuild } from "@remix-run/node";

/** One address of the built application. */
export type BuiltRoute = {
  readonly id: string;
  /** With its parameters, as `/employers/:employerId/roster`. */
  readonly path: string;
  readonly params: readonly string[];
  readonly hasLoader: boolean;
  readonly hasAction: boolean;
  /** False for a route that answers with data or a file only. */
  readonly isPage: boolean;
};

/** Every route of the build that has an address of its own; layouts without code of their own are left out. */
export function builtRoutes({ routes }: ServerBuild): readonly BuiltRoute[] {
  const parents = new Set(Object.values(routes).map((route) => route?.parentId));
  return Object.values(routes).flatMap((route) => {
    if (!route || route.id === "root") return [];
    const { loader, action, default: page } = route.module;
    if (parents.has(route.id) && !loader && !action) return [];
    const path = fullPath(routes, route.id);
    const params = [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
    const parts = { hasLoader: Boolean(loader), hasAction: Boolean(action), isPage: Boolean(page) };
    return [{ id: route.id, path, params, ...parts }];
  });
}

function fullPath(routes: ServerBuild["routes"], id: string): string {
  const parts: string[] = [];
  for (let route = routes[id]; route; route = route.parentId ? routes[route.parentId] : undefined) {
    if (route.path) parts.unshift(route.path.replace("*", "nowhere-at-all"));
  }
  return `/${parts.join("/")}`;
}

/** The address with its parameters filled in; throws for a parameter without a value. */
export function addressOf(route: BuiltRoute, values: Readonly<Record<string, string>>): string {
  return route.path.replace(/:(\w+)/g, (_all, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`No value is known for :${name} of ${route.path}`);
    return encodeURIComponent(value);
  });
}
