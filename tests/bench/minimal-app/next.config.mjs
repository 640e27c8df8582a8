// The root is the whole disk, since the packages are linked in from the project.
export default {
  poweredByHeader: false,
  serverExternalPackages: ["pg"],
  turbopack: { root: "/" },
  typescript: { ignoreBuildErrors: true },
};
