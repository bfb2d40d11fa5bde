package export

import "io"

// writeExtension describes the site's own extension of the standard. Its
// documentation is the page that explains the published fields.
// https://standard.open-contracting.org/1.1/en/guidance/map/extensions/
func (o *OCDS) writeExtension(w io.Writer) error {
	type inLanguages struct {
		EN string `json:"en"`
		ZH string `json:"zh"`
	}
	type contact struct {
		Name  string `json:"name"`
		Email string `json:"email"`
	}
	c := &o.d.Config
	about := struct {
		Name          inLanguages       `json:"name"`
		Description   inLanguages       `json:"description"`
		Documentation map[string]string `json:"documentationUrl"`
		Compatibility []string          `json:"compatibility"`
		Contact       *contact          `json:"contactPoint,omitempty"`
		Schemas       []string          `json:"schemas"`
	}{
		Name: inLanguages{"Public services", "公共服务"},
		Description: inLanguages{
			EN: "What a purchase of public services from a social organization is judged by: the people it was for and reached, its evaluations, the honours it earned. Beside it, every field that the publisher's tables have and the standard has not.",
			ZH: "向社会组织购买公共服务的评价依据：计划和实际服务人数、评估、荣誉；以及发布者的表格中有而标准中没有的各个字段。",
		},
		Documentation: map[string]string{}, Compatibility: []string{"1.1"}, Schemas: []string{"release-schema.json"},
	}
	for i, lang := range c.Languages {
		path := "data/index.html"
		if i > 0 {
			path = lang + "/" + path
		}
		about.Documentation[lang] = c.BaseURL + path
	}
	if c.Publisher.Email != "" {
		about.Contact = &contact{o.publisher(), c.Publisher.Email}
	}
	return writeIndented(w, about)
}

// writeExtensionSchema is the extension as a patch of the release schema.
func writeExtensionSchema(w io.Writer) error {
	_, err := io.WriteString(w, `{
  "definitions": {
    "PublishedFields": {
      "title": "Published fields", "type": "object", "additionalProperties": {"type": "string"},
      "description": "What the standard has no field for, or cannot hold as it is published, such as a date without its day: the record's fields as they stand in the published table, under its headings. They take precedence."
    },
    "PublishedRecord": {
      "title": "Published record", "description": "A row of a published table.", "type": "object",
      "properties": {"id": {"title": "ID", "description": "Its identifier.", "type": "string"}, "publishedFields": {"$ref": "#/definitions/PublishedFields"}}
    },
    "Planning": {"properties": {
      "publishedFields": {"$ref": "#/definitions/PublishedFields"},
      "publishedBudgets": {"title": "Published budgets", "description": "All budgets of the programme.", "type": "array", "items": {"$ref": "#/definitions/PublishedRecord"}}
    }},
    "Tender": {"properties": {"publishedFields": {"$ref": "#/definitions/PublishedFields"}}},
    "Contract": {"properties": {"publishedFields": {"$ref": "#/definitions/PublishedFields"}}},
    "Transaction": {"properties": {"publishedFields": {"$ref": "#/definitions/PublishedFields"}}}
  },
  "properties": {
    "publicService": {
      "title": "Public service", "description": "The state and the results of the service.", "type": "object",
      "properties": {
        "id": {"title": "ID", "description": "The project's identifier, where it is the ocid.", "type": "string"},
        "call": {"title": "Call", "description": "The identifier of the call, where no project answers it.", "type": "string"},
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
            "transactions": {"title": "Transactions", "description": "The ids of the payments that rest on it.", "type": "array", "items": {"type": "string"}},
            "publishedFields": {"$ref": "#/definitions/PublishedFields"}
          }}
        },
        "honours": {
          "title": "Honours", "description": "Certificates and commendations.", "type": "array",
          "items": {"type": "object", "properties": {"id": {"type": "string"}, "title": {"type": "string"}, "date": {"type": "string"}, "publishedFields": {"$ref": "#/definitions/PublishedFields"}}}
        },
        "demonstration": {"title": "Demonstration", "description": "The record is generated.", "type": "boolean"},
        "publishedFields": {"$ref": "#/definitions/PublishedFields"}
      }
    }
  }
}
`)
	return err
}
