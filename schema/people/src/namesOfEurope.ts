import { type NamingTradition, namesIn } from './NamingTradition.ts';

const ENGLISH_WOMEN =
  'Alice Amanda Amy Andrea Angela Anne Ashleigh Belinda Beth Bronwyn Caitlin Carol Catherine Charlotte Chloe Christine Claire Courtney Danielle Deborah Donna Elizabeth Ella Emily Emma Georgia Grace Hannah Heather Helen Holly Isabella Jacqueline Jane Jasmine Jennifer Jessica Joanne Judith Julie Karen Katherine Kayla Kylie Laura Leanne Lisa Lucy Lynette Madeline Margaret Matilda Megan Melissa Michelle Mia Natalie Nicole Olivia Pamela Patricia Rachel Rebecca Robyn Samantha Sandra Sarah Sharon Shirley Sophie Stephanie Susan Tamara Tracey Vanessa Victoria Wendy Zoe';
const ENGLISH_MEN =
  'Aaron Adam Alexander Andrew Anthony Ashley Benjamin Bradley Brett Brian Cameron Charles Christopher Craig Daniel Darren David Dean Dylan Edward Ethan Gary Geoffrey George Glenn Graham Gregory Harrison Henry Ian Jack Jacob James Jason Jeffrey Joel John Jonathan Jordan Joseph Joshua Justin Kenneth Kevin Lachlan Leigh Liam Lucas Luke Mark Matthew Michael Mitchell Nathan Nicholas Oliver Oscar Paul Peter Philip Raymond Richard Riley Robert Rodney Ronald Ross Russell Ryan Samuel Scott Shane Simon Stephen Steven Stuart Thomas Timothy Toby Trevor Troy Wayne William Zachary';
const ENGLISH_FAMILIES =
  'Adams Allen Anderson Andrews Armstrong Atkinson Bailey Baker Barnes Bell Bennett Black Booth Brown Burgess Campbell Carter Chapman Clark Cole Collins Cook Cooper Cox Crawford Davies Davis Dawson Dixon Edwards Elliott Ellis Evans Fisher Fletcher Ford Foster Fox Fraser Gibson Gordon Graham Grant Gray Green Hall Hamilton Harris Harrison Harvey Henderson Hill Holmes Howard Hughes Hunt Hunter Jackson James Jenkins Johnson Johnston Jones Kerr King Knight Lawrence Lee Lewis Lloyd Marsh Marshall Martin Mason Matthews Miller Mills Mitchell Moore Morgan Morris Morrison Murray Palmer Parker Pearce Perry Phillips Porter Powell Price Reid Reynolds Richards Richardson Roberts Robertson Robinson Rogers Rose Ross Russell Ryan Scott Shaw Simpson Smith Spencer Stewart Stone Taylor Thomas Thompson Thomson Turner Walker Wallace Walsh Ward Watson Webb West White Williams Williamson Wilson Wood Woods Wright Young';

/** The largest share, with names that many other communities also use. */
export const anglo: NamingTradition = {
  key: 'anglo',
  weight: 34,
  women: namesIn(ENGLISH_WOMEN),
  men: namesIn(ENGLISH_MEN),
  families: namesIn(ENGLISH_FAMILIES),
  languages: [],
  culturalIdentity: null,
  swaps: 0.02,
  hyphens: 0.04,
};

/** Asked about at every intake in the sector; most families have English or Irish names. */
export const firstPeoples: NamingTradition = {
  ...anglo,
  key: 'first-peoples',
  weight: 5,
  families: namesIn(
    'Atkinson Austin Bamblett Briggs Brown Bux Clarke Cooper Edwards Firebrace Harrison Hood Hudson James Johnson Kennedy Lovett Marks Mobourne Moore Morgan Murray Nelson Nicholls Pepper Rose Saunders Smith Stewart Terrick Thomas Thorpe Walker Wandin Williams Young',
  ),
  culturalIdentity: 'Aboriginal',
};

export const irish: NamingTradition = {
  key: 'irish',
  weight: 8,
  women: namesIn(
    'Aisling Aoife Bernadette Bridget Brigid Caitlin Ciara Clare Colleen Deirdre Eileen Erin Fiona Frances Geraldine Kathleen Keira Mairead Maeve Mary Maureen Moira Monica Niamh Noreen Nora Orla Roisin Rosaleen Shannon Sheila Siobhan Sinead Tara Teresa Una',
  ),
  men: namesIn(
    'Aidan Brendan Brian Cian Colm Conor Cormac Daniel Declan Denis Dermot Desmond Donal Eamon Eoin Fergus Finn Gerard Hugh Kevin Kieran Liam Malachy Martin Michael Neil Niall Oisin Padraig Patrick Rory Sean Seamus Shane Terence Vincent',
  ),
  families: namesIn(
    "Brady Brennan Burke Byrne Carroll Casey Connolly Cullen Daly Doherty Dolan Doyle Duffy Dunne Fitzgerald Flanagan Flynn Gallagher Hayes Healy Higgins Hogan Kavanagh Keane Kelly Kennedy Keogh Lynch Maguire McCarthy McDonnell McGrath McKenna McLoughlin McMahon McNamara Moran Mulcahy Murphy Nolan O'Brien O'Callaghan O'Connell O'Connor O'Donnell O'Dowd O'Grady O'Hara O'Keefe O'Leary O'Mara O'Meara O'Neill O'Reilly O'Rourke O'Shea O'Sullivan Power Quinn Regan Rooney Ryan Sheehan Sweeney Tierney Walsh",
  ),
  languages: [],
  culturalIdentity: null,
  swaps: 0.01,
  hyphens: 0.03,
};

export const greek: NamingTradition = {
  key: 'greek',
  weight: 6,
  women: namesIn(
    'Aikaterini Alexandra Anastasia Androniki Angeliki Anna Argyro Athena Chrysoula Despina Dimitra Effie Eleni Evangelia Fotini Georgia Ioanna Irini Kalliope Konstantina Kyriaki Maria Marina Olympia Panagiota Paraskevi Sofia Soula Stavroula Theodora Toula Vasiliki Voula Zoe',
  ),
  men: namesIn(
    'Alexandros Anastasios Andreas Angelos Antonios Apostolos Athanasios Christos Con Dimitrios Evangelos Georgios Ilias Ioannis Konstantinos Kyriakos Lambros Leonidas Manolis Michail Nektarios Nikolaos Panagiotis Pantelis Pavlos Petros Spiros Stavros Stelios Theo Vasilios',
  ),
  families: namesIn(
    'Alexiou Anagnostou Anastasiou Andrianakis Angelopoulos Antoniou Christodoulou Dimitriadis Economou Fotopoulos Georgiadis Georgiou Hatzis Ioannidis Kalogeropoulos Karagiannis Kontos Koutsoukis Lazaridis Makris Mavros Michailidis Nikolaidis Pantazis Papadakis Papadopoulos Papanikolaou Pappas Petrakis Sarris Stamatopoulos Stefanou Theodorou Tsakiris Tsiolkas Vasiliou Vlahos Xenakis Zachariou',
  ),
  languages: ['Greek'],
  culturalIdentity: 'Greek',
  swaps: 0.02,
  hyphens: 0.01,
};

export const italian: NamingTradition = {
  key: 'italian',
  weight: 5,
  women: namesIn(
    'Adriana Alessandra Angelina Antonella Assunta Bianca Carmela Caterina Chiara Concetta Domenica Elisabetta Filomena Francesca Gabriella Giovanna Giulia Giuseppina Graziella Ida Lucia Maria Marisa Nunzia Paola Pasqualina Pina Rosa Rosaria Sabrina Silvana Teresa Vincenza',
  ),
  men: namesIn(
    'Alessandro Angelo Antonio Bruno Carmelo Cosimo Dino Domenic Domenico Elio Enzo Fabio Filippo Francesco Franco Gaetano Gino Giovanni Giulio Giuseppe Luca Luigi Marco Mario Massimo Nino Pasquale Pietro Rocco Salvatore Santo Sergio Tony Vincenzo Vito',
  ),
  families: namesIn(
    "Agostino Barbaro Basile Bianchi Bruno Calabrese Caruso Cirillo Colombo Conti Costa D'Agostino D'Angelo De_Luca De_Marco De_Rosa Di_Pietro Esposito Ferrara Ferrari Fontana Galli Gallo Giordano Greco La_Rosa Leone Lombardi Mancini Marchetti Marino Martino Messina Moretti Morelli Napoli Palermo Parisi Pellegrino Ricci Rizzo Romano Romeo Russo Sanna Santoro Serra Sorrentino Tripodi Vitale",
  ),
  languages: ['Italian'],
  culturalIdentity: 'Italian',
  swaps: 0.02,
  hyphens: 0.01,
};

export const balkan: NamingTradition = {
  key: 'balkan',
  weight: 4,
  women: namesIn(
    'Ana Azra Biljana Branka Danica Dragana Emina Gordana Ivana Jadranka Jelena Ljiljana Ljubica Marija Mirjana Mila Milica Nada Natasha Olivera Radmila Ruza Slavica Snezana Suzana Svetlana Vera Vesna Zorica',
  ),
  men: namesIn(
    'Aleksandar Ante Bojan Boris Branko Darko Dejan Dragan Edin Goran Ivan Josip Kristijan Ljupco Marko Mile Milan Miroslav Nenad Nikola Petar Predrag Slobodan Stevan Tomislav Vlado Zdravko Zoran',
  ),
  families: namesIn(
    'Babić Bašić Blažević Cvetkovski Dimovski Đorđević Hadžić Ilić Jovanović Jovanovski Jurić Kovač Kovačević Lukić Marković Matić Mihajlović Milić Nikolić Novak Pavlović Perić Petrović Petrovski Popović Stanković Stojanovski Šarić Tomić Trajkovski Vuković Živković',
  ),
  languages: ['Serbian', 'Croatian', 'Bosnian', 'Macedonian'],
  culturalIdentity: 'South Slavic',
  swaps: 0.02,
  hyphens: 0.01,
};

export const dutchAndMaltese: NamingTradition = {
  key: 'dutch-maltese',
  weight: 3,
  women: namesIn(
    'Anneke Bernadette Carmen Doris Elly Greta Ingrid Johanna Katrina Lidia Maria Marlene Miriam Rita Saskia Tessa Vivienne Willemina',
  ),
  men: namesIn(
    'Anton Carmel Charlie Dirk Emanuel Frans Hendrik Jan Joe Johan Leo Marius Nazzareno Paul Pieter Rene Saviour Willem',
  ),
  families: namesIn(
    'Abela Attard Azzopardi Borg Bonnici Camilleri Cassar Debono Farrugia Galea Grech Mifsud Muscat Pace Sammut Vella Zammit De_Boer De_Jong De_Vries Jansen Van_den_Berg Van_der_Meer Van_Dijk Visser Bakker',
  ),
  languages: ['Maltese', 'Dutch'],
  culturalIdentity: 'Maltese or Dutch',
  swaps: 0.02,
  hyphens: 0.03,
};

export const spanishSpeaking: NamingTradition = {
  key: 'spanish',
  weight: 3,
  women: namesIn(
    'Alejandra Ana Beatriz Camila Carolina Claudia Elena Esperanza Gabriela Gloria Isabel Juana Luz Marisol Marta Paloma Pilar Rocío Rosario Silvia Sofía Valentina Ximena Yolanda',
  ),
  men: namesIn(
    'Alberto Alejandro Álvaro Andrés Carlos Diego Eduardo Emilio Fernando Francisco Héctor Javier Jorge José Juan Luis Manuel Mateo Miguel Pablo Rafael Ricardo Rodrigo Santiago',
  ),
  families: namesIn(
    'Aguilar Castillo Castro Contreras Díaz Espinoza Fernández Flores Fuentes García Gómez González Gutiérrez Hernández López Martínez Mendoza Morales Muñoz Núñez Ortiz Paredes Peña Pérez Ramírez Reyes Rojas Romero Sánchez Silva Soto Torres Vargas Vega',
  ),
  languages: ['Spanish'],
  culturalIdentity: 'Latin American',
  swaps: 0.04,
  hyphens: 0.15,
};
