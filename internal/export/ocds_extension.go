package export

import "io"

// writeExtension describes the site's own extension of the standard.
// https://standard.open-contracting.org/1.1/en/guidance/map/extensions/
func (o *OCDS) writeExtension(w io.Writer) error {
	_, err := io.WriteString(w, `{
  "name": {"en": "Public services", "zh": "公共服务"},
  "description": {
    "en": "What a purchase of public services from a social organization is judged by: the people it was for and reached, its evaluations, the honours it earned.",
    "zh": "向社会组织购买公共服务的评价依据：计划和实际服务人数、评估、荣誉。"
  },
  "compatibility": ["1.1"],
  "schemas": ["release-schema.json"]
}
`)
	return err
}

// writeExtensionSchema is the extension as a patch of the release schema.
func writeExtensionSchema(w io.Writer) error {
	_, err := io.WriteString(w, `{
  "properties": {
    "publicService": {
      "title": "Public service", "description": "The state and the results of the service.", "type": "object",
      "properties": {
        "state": {"title": "State", "description": "How far the project has come.", "type": "string"},
        "year": {"title": "Year", "description": "The year of the project.", "type": "string"},
        "area": {"title": "Area", "description": "The area of livelihood.", "type": "string"},
        "district": {"title": "District", "description": "Where the service is given.", "type": "string"},
        "dateApplied": {"title": "Date applied", "description": "When the organization applied.", "type": "string", "format": "date-time"},
        "valueRequested": {"title": "Value requested", "description": "What the organization applied for.", "$ref": "#/definitions/Value"},
        "peoplePlanned": {"title": "People planned", "description": "To be served.", "type": "integer"},
        "peopleServed": {"title": "People served", "description": "In fact.", "type": "integer"},
        "volunteers": {"title": "Volunteers", "description": "Who took part.", "type": "integer"},
        "evaluations": {
          "title": "Evaluations", "description": "Reviews of qualification, under way and of performance.", "type": "array",
          "items": {"type": "object", "properties": {
            "id": {"type": "string"}, "kind": {"type": "string"}, "by": {"type": "string"}, "date": {"type": "string"},
            "score": {"type": "number", "minimum": 0, "maximum": 100}, "grade": {"type": "string"},
            "satisfaction": {"type": "number", "minimum": 0, "maximum": 1},
            "transactions": {"title": "Transactions", "description": "The ids of the payments that rest on it.", "type": "array", "items": {"type": "string"}}
          }}
        },
        "honours": {
          "title": "Honours", "description": "Certificates and commendations.", "type": "array",
          "items": {"type": "object", "properties": {"id": {"type": "string"}, "title": {"type": "string"}, "date": {"type": "string"}}}
        },
        "demonstration": {"title": "Demonstration", "description": "The record is generated.", "type": "boolean"}
      }
    }
  }
}
`)
	return err
}
