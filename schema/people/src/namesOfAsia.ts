import { type NamingTradition, namesIn } from './NamingTradition.ts';

export const vietnamese: NamingTradition = {
  key: 'vietnamese',
  weight: 7,
  women: namesIn(
    'Anh Bich Cam_Tu Diem Dung Ha Hanh Hien Hoa Hong Hue Huong Kim_Anh Kim_Lien Lan Le_Thu Lien Linh Loan Mai My_Linh Nga Ngoc Nhung Phuong Phuong_Anh Quynh Thanh Thao Thi_Mai Thu Thu_Ha Thuy Tram Trang Trinh Tuyet Uyen Van Xuan Yen',
  ),
  men: namesIn(
    'An Anh_Tuan Bao Binh Chinh Cuong Danh Dat Duc Dung Duy Hai Hieu Hoang Hung Huy Khanh Khoa Lam Long Minh Nam Nghia Phong Phuc Quan Quang Quoc_Anh Son Tam Tan Thang Thanh Thien Tien Tri Trung Tuan Van_Hung Viet Vinh',
  ),
  families: namesIn(
    'Bui Cao Chau Dang Dao Dinh Do Doan Duong Ha Ho Hoang Huynh Lam Le Luong Luu Ly Mai Ngo Nguyen Nguyen Nguyen Nguyen Pham Phan Phung Quach Ta Thai To Tran Tran Tran Trinh Truong Vo Vu Vuong',
  ),
  languages: ['Vietnamese'],
  culturalIdentity: 'Vietnamese',
  swaps: 0.2,
  hyphens: 0.01,
};

export const chinese: NamingTradition = {
  key: 'chinese',
  weight: 6,
  women: namesIn(
    'Ai Fang Fen Grace Hong Hua Hui_Min Jia_Yi Jie Jing Joyce Juan Lan Lei Li Li_Na Ling Mei Mei_Ling Min Ning Pei_Shan Ping Qing Shu_Fen Siew_Ling Sue_Ann Ting Vivian Wai_Yee Wei Wen Xia Xiao_Mei Xin_Yi Yan Yi_Ling Ying Yu_Ting Yue Zhen',
  ),
  men: namesIn(
    'Bin Bo Chao Cheng Chi_Keung Chun_Wai Da_Wei Feng Gang Guang Hao Henry Hui Jia_Hao Jian Jian_Guo Jun Kai Kelvin Kok_Wai Lei Li_Wei Liang Long Ming Peng Qiang Raymond Rui Tao Tian Vincent Wei Wei_Jie Xiang Yang Yi Yong Yu_Hang Zhi Zhi_Ming',
  ),
  families: namesIn(
    'Au Chan Chang Chen Cheng Cheung Chin Chong Chow Chu Deng Ding Fong Gao Guo Han He Ho Hu Hua Huang Lai Lam Lau Leong Li Liang Lim Lin Liu Lo Lu Luo Ma Ng Ong Pan Peng Sun Tan Tang Tsang Wang Wong Wu Xie Xu Yang Ye Yip Yu Zhang Zhao Zheng Zhou Zhu',
  ),
  languages: ['Mandarin', 'Cantonese', 'Hokkien'],
  culturalIdentity: 'Chinese',
  swaps: 0.15,
  hyphens: 0.01,
};

export const indian: NamingTradition = {
  key: 'indian',
  weight: 6,
  women: namesIn(
    'Aarti Amandeep Amrita Anita Anjali Asha Deepa Divya Geeta Gurpreet Harpreet Indira Jaspreet Jyoti Kamala Kavita Kiran Lakshmi Lata Manpreet Meena Navdeep Neha Nisha Pooja Priya Radha Rajni Rani Rekha Ritu Sangeeta Shalini Simran Sita Sneha Sonia Sunita Usha Vidya',
  ),
  men: namesIn(
    'Ajay Amarjit Amit Anil Anand Arjun Arun Ashok Balwinder Deepak Dinesh Gurdeep Harjit Jagdeep Karan Krishnan Kuldeep Lakhvir Mahesh Manjit Manoj Mohan Nikhil Parminder Pradeep Rahul Raj Rajesh Ravi Rohit Sandeep Sanjay Satish Suresh Sukhdeep Tejinder Varun Vijay Vikram Vinod',
  ),
  families: namesIn(
    'Agarwal Bajwa Banerjee Bhatt Chauhan Chopra Das Desai Dhillon Fernandes Ghosh Gill Grewal Gupta Iyer Jain Joshi Kapoor Kaur Khanna Krishnan Kumar Malhotra Mehta Menon Mishra Nair Naidu Patel Pillai Prasad Raman Rao Reddy Saini Sandhu Sethi Shah Sharma Sidhu Singh Singh Singh Sodhi Subramaniam Thakur Thomas Varghese Verma Yadav',
  ),
  languages: ['Punjabi', 'Hindi', 'Tamil', 'Gujarati', 'Malayalam'],
  culturalIdentity: 'Indian',
  swaps: 0.06,
  hyphens: 0.01,
};

export const sriLankan: NamingTradition = {
  key: 'sri-lankan',
  weight: 4,
  women: namesIn(
    'Anoma Anusha Chandrika Chathuri Dilani Dilrukshi Gayani Harshani Ishara Kumari Malini Manjula Nadeesha Nilmini Nirosha Pushpa Rukmani Sandya Shanthi Sharmila Thilini Vasuki Yalini',
  ),
  men: namesIn(
    'Ajith Anura Asanka Chaminda Dinesh Gayan Gihan Janaka Kasun Lalith Mahinda Nalin Nimal Nuwan Prasanna Roshan Ruwan Sampath Saman Sivakumar Suresh Thushara Upul',
  ),
  families: namesIn(
    'Bandara De_Silva Dissanayake Ekanayake Fernando Fonseka Gunawardena Herath Jayasinghe Jayawardena Karunaratne Kumarasinghe Mendis Nadarajah Perera Pathirana Rajapaksha Ranasinghe Ratnayake Selvaratnam Senanayake Silva Sivalingam Sivapalan Thurairajah Wickramasinghe Wijesinghe',
  ),
  languages: ['Sinhala', 'Tamil'],
  culturalIdentity: 'Sri Lankan',
  swaps: 0.05,
  hyphens: 0.01,
};

export const filipino: NamingTradition = {
  key: 'filipino',
  weight: 4,
  women: namesIn(
    'Angelica Analyn Carmelita Cecilia Cherry Cristina Divina Evelyn Fe Florencia Girlie Gloria Imelda Jasmine Jocelyn Josephine Leonora Liezl Lourdes Luzviminda Maricel Maricris Marilou Marites Nenita Norma Perla Remedios Rosalie Rowena Teresita Vilma',
  ),
  men: namesIn(
    'Alfredo Angelo Antonio Arnel Benigno Bong Danilo Dennis Edgardo Eduardo Ernesto Ferdinand Gerardo Jayson Jerome Jericho Joel Jomar Jun Mark_Anthony Noel Ramon Renato Reynaldo Roderick Rodel Rogelio Romeo Ronaldo Ruben Virgilio',
  ),
  families: namesIn(
    'Abad Aquino Bautista Bernardo Castillo Cruz Dela_Cruz Del_Rosario Delos_Santos Dizon Domingo Evangelista Garcia Gonzales Ignacio Javier Lim Manalo Mendoza Mercado Navarro Ocampo Pangilinan Pascual Ramos Reyes Rivera Salazar Salvador Santiago Santos Soriano Tolentino Valdez Villanueva',
  ),
  languages: ['Filipino', 'Cebuano'],
  culturalIdentity: 'Filipino',
  swaps: 0.03,
  hyphens: 0.06,
};

export const cambodian: NamingTradition = {
  key: 'cambodian',
  weight: 3,
  women: namesIn(
    'Bopha Chanthou Chenda Dara Kalyan Kunthea Leakena Maly Nary Phalla Rachana Rumdoul Sokha Sokunthea Sophea Sopheap Sreymom Srey_Neang Thida Vanna',
  ),
  men: namesIn(
    'Bunthoeun Chamroeun Chea Dara Heng Khemara Kosal Narith Phirun Pisey Rithy Sambath Samnang Sopheak Sovann Thavy Veasna Vibol Vuthy',
  ),
  families: namesIn(
    'Chan Chea Chhim Chhoun Eng Heng Hun Kang Keo Khiev Kim Kong Lay Long Ly Mao Meas Nhem Nuon Ouk Pech Phan Prak Sam Seng Sok Som Soun Tep Thach Ung Yem',
  ),
  languages: ['Khmer'],
  culturalIdentity: 'Cambodian',
  swaps: 0.18,
  hyphens: 0.01,
};

export const afghan: NamingTradition = {
  key: 'afghan',
  weight: 5,
  women: namesIn(
    'Adela Aqila Fahima Farida Fatima Fereshta Freshta Gulalai Hamida Homa Khadija Laila Latifa Malalai Marzia Masuma Mina Nargis Nasima Parwana Rahima Rukhsana Sakina Shabnam Shukria Soraya Sughra Zahra Zainab Zarghona',
  ),
  men: namesIn(
    'Abdul Ahmad Akbar Ali Amanullah Aziz Farhad Ghulam Habib Hamid Hashmat Hussain Ibrahim Ismail Jawad Karim Khalid Mahdi Mohammad Mujtaba Mustafa Nasir Omid Qasim Rahim Reza Sayed Sharif Yasin Zabi',
  ),
  families: namesIn(
    'Ahmadi Akbari Alizada Amiri Azizi Ebrahimi Faizi Ghulami Habibi Haidari Hakimi Hashimi Hosseini Hussaini Jafari Jaghori Karimi Mohammadi Muradi Nazari Noori Qasimi Rahimi Rasuli Rezai Sadat Safi Sarwari Sharifi Sultani Wahidi Yousufi Zahiri',
  ),
  languages: ['Dari', 'Hazaraghi', 'Pashto'],
  culturalIdentity: 'Afghan',
  swaps: 0.08,
  hyphens: 0.01,
};
