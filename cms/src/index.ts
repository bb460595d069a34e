/** The application adds nothing of its own: everything is the plugin's. */
export default {
  register() {},
  bootstrap() {},
};
