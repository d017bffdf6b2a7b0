import { type NamingTradition, namesIn } from './NamingTradition.ts';

export const arabic: NamingTradition = {
  key: 'arabic',
  weight: 6,
  women: namesIn(
    'Abeer Aida Aisha Amal Amina Asma Dalal Dina Farah Fatima Ghada Hala Hanan Hiba Huda Iman Jamila Khadija Lamia Layla Lina Maha Mariam Maryam Mona Nadia Najwa Nawal Noor Rana Rania Reem Rima Salma Samira Sara Suad Suha Wafa Yasmin Zahra Zeinab',
  ),
  men: namesIn(
    'Abdullah Adel Ahmad Ahmed Ali Amir Anwar Bassam Bilal Fadi Faisal Ghassan Hadi Hamza Hassan Hussein Ibrahim Imad Jamal Kamal Karim Khaled Mahmoud Marwan Mohamad Mohammed Mustafa Nabil Nasser Omar Osama Rami Rashid Salim Samir Tarek Walid Wissam Yousef Ziad',
  ),
  families: namesIn(
    'Abbas Abboud Abdallah Ahmad Al-Hassan Al-Jabiri Al-Khalil Al-Masri Al-Rashid Ali Awad Aziz Barakat Chahine Daher El-Hage El-Khoury El-Masri Fares Farhat Haddad Hamdan Hanna Harb Hassan Hussein Ibrahim Issa Jaber Kanaan Karam Khalil Khoury Mansour Moussa Nader Najjar Nasr Obeid Osman Rahman Saad Said Saleh Salim Shaheen Sleiman Taha Yousef Zreika',
  ),
  languages: ['Arabic'],
  culturalIdentity: 'Arabic-speaking',
  swaps: 0.06,
  hyphens: 0.01,
};

export const southSudanese: NamingTradition = {
  key: 'south-sudanese',
  weight: 4,
  women: namesIn(
    'Abang Abuk Achol Adhieu Adut Ajak Akech Akon Akuol Aluel Amer Amuor Angelina Anyieth Apiu Atong Awel Ayen Deborah Elizabeth Martha Mary Monica Nyakim Nyandeng Nyanath Nyibol Rebecca Rose Yar',
  ),
  men: namesIn(
    'Abraham Achiek Agany Ajang Akol Aleer Angok Atem Awan Bol Chol Daniel Deng Dut Emmanuel Gabriel Garang Gatluak Jacob James John Kuol Kur Lual Mabior Majok Makuei Malual Manyang Maker Peter Simon Thon William Yak',
  ),
  families: namesIn(
    'Achiek Agoth Ajak Akol Aleu Arok Athian Atem Ayuel Biar Bol Chol Deng Dhieu Dut Garang Gai Jok Kuany Kuol Kur Lual Mabil Machar Majak Majok Makol Malek Manyok Mayen Nhial Nyuon Riak Riek Thiik Thon Wek Wol Yak',
  ),
  languages: ['Dinka', 'Nuer', 'Juba Arabic'],
  culturalIdentity: 'South Sudanese',
  swaps: 0.14,
  hyphens: 0.01,
};

export const hornOfAfrica: NamingTradition = {
  key: 'horn-of-africa',
  weight: 3,
  women: namesIn(
    'Abeba Amina Asha Ayaan Almaz Bethlehem Fadumo Faduma Genet Hawa Hibo Hodan Ifrah Kidist Lul Meron Muna Nimo Rahma Safiya Selam Tigist Zeinab Zewdi',
  ),
  men: namesIn(
    'Abdi Abdirahman Abebe Ahmed Berhane Bereket Dawit Ermias Farah Girma Hussein Ismail Kaleb Liban Mahad Mohamed Mulugeta Omar Osman Solomon Tesfaye Yonas Yusuf Zerihun',
  ),
  families: namesIn(
    'Abdi Abdullahi Abebe Adan Ali Assefa Bekele Berhe Desta Farah Gebre Girmay Guled Haile Hassan Hersi Ibrahim Jama Kebede Mengistu Mohamed Mulugeta Nur Omar Osman Tadesse Tekle Tesfay Warsame Wolde Yusuf',
  ),
  languages: ['Somali', 'Amharic', 'Tigrinya', 'Oromo'],
  culturalIdentity: 'Horn of Africa',
  swaps: 0.08,
  hyphens: 0.01,
};

export const westAfrican: NamingTradition = {
  key: 'west-african',
  weight: 1.5,
  women: namesIn(
    'Abena Adaeze Adwoa Akosua Ama Amaka Chiamaka Chidinma Efua Esther Folake Grace Ifeoma Ngozi Nkechi Patience Yaa',
  ),
  men: namesIn('Ade Chidi Chinedu Emeka Emmanuel Femi Ikenna Kofi Kojo Kwame Kwesi Obinna Samuel Segun Tunde Yaw'),
  families: namesIn(
    'Adebayo Addo Adeyemi Agyeman Amadi Appiah Asante Boateng Eze Mensah Nwosu Obi Okafor Okeke Okoro Okonkwo Osei Owusu Sarpong',
  ),
  languages: ['Igbo', 'Yoruba', 'Twi'],
  culturalIdentity: 'West African',
  swaps: 0.04,
  hyphens: 0.03,
};

export const samoan: NamingTradition = {
  key: 'samoan',
  weight: 3,
  women: namesIn(
    "Alofa Ana Fa'amanu Faith Fetu Fiapaipai Fuatino Iosefina Leilani Lupe Malia Mele Mere Moana Penina Pua Salote Sefina Seini Sina Sinalei Tala Talia Tina Tuli Vaialia",
  ),
  men: namesIn(
    "Alofa Amosa Fa'afetai Faleolo Filipo Ioane Iosefa Iosua Isaia Kelepi Lafaele Leota Lopeti Malakai Manu Mose Paulo Penitoa Pita Sami Semisi Siaosi Sione Tavita Tevita Tui Viliami",
  ),
  families: namesIn(
    "Afoa Aiono Amituanai Faleafa Fa'asavalu Fepulea'i Fonoti Ioane Lafaele Leavasa Leota Lolo Malietoa Mata'afa Moala Palelei Pauga Sapolu Savea Seumanutafa Taufa Tago Tafuna Talataina Tamasese Toleafoa Tuala Tufuga Tuilagi Tuimavave Vaai",
  ),
  languages: ['Samoan', 'Tongan'],
  culturalIdentity: 'Samoan',
  swaps: 0.04,
  hyphens: 0.03,
};

export const maori: NamingTradition = {
  key: 'maori',
  weight: 2,
  women: namesIn(
    'Anahera Aroha Hana Hinewai Huia Kahurangi Kiri Mere Mereana Moana Ngaire Ngaio Rangi Ripeka Roimata Tia Tui Waimarie Whetu',
  ),
  men: namesIn('Anaru Hemi Hohepa Kahu Manaia Matiu Mikaere Nikau Pita Rangi Rawiri Tama Tane Te_Ariki Tipene Wiremu'),
  families: namesIn(
    'Edwards Harawira Henare Heke Kingi Kereama Mahuta Ngata Paki Parata Pomare Rangihuna Ropata Tamihana Tawhai Te_Kanawa Te_Rangi Walker Wharehinga Williams Wirihana',
  ),
  languages: [],
  culturalIdentity: 'Māori',
  swaps: 0.03,
  hyphens: 0.03,
};
