package source

// The limits of what is read. Each has its own finding; they are far above what
// real tables hold and keep a hostile or broken file from exhausting memory.
const (
	MaxFile    = 2 << 30    // bytes of a data file, after unpacking
	MaxCell    = 1 << 20    // bytes of one CSV cell
	MaxRow     = 4 << 20    // bytes of one CSV row
	MaxColumns = 1000       // cells of one CSV row
	MaxRows    = 20_000_000 // rows of one table, line breaks inside cells not counted
	MaxYAML    = 16 << 20   // bytes of a YAML file
	MaxLevels  = 64         // nesting of a YAML file
	MaxNote    = 4 << 20    // bytes of a Markdown note

	// maxRatio and freeRatio bound a gzip bomb long before MaxFile: tables pack
	// to a tenth or a thirtieth, only runs of one byte pack to a thousandth.
	maxRatio  = 200
	freeRatio = 64 << 20

	// maxValues bounds the memory of a YAML tree, whose nodes are a hundred times
	// the size of the shortest value.
	maxValues = 1_000_000
)
